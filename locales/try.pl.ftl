## Uruchomienie próbne: to, co widać w terminalu.

try-database = Przygotowuję bazę danych
try-seed = Wczytuję przykładowe miasto: plan, konsultacje, odpowiedzi
try-service = Uruchamiam czat, zadania i strony
try-open = Miasto jest gotowe
try-seats = Trzy miejsca: młodzież, partner, administracja. Ctrl-C zatrzymuje wszystko, dane zostają.
try-closed = Wszystko zatrzymane. Od nowa: npm run try -- --fresh
