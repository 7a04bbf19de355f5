## Plan działań

city-districts = Dzielnice do wyboru w pytaniach
city-districts-import = Wczytuje dzielnice, których tu jeszcze nie ma
city-districts-file = plik YAML z dzielnicami (przykład: prisma/seed/districts.yaml)
city-districts-imported =
    { $count ->
        [0] Wszystkie dzielnice już tu są. Nic się nie zmieniło.
        [one] { $count } nowa dzielnica
        [few] { $count } nowe dzielnice
        [many] { $count } nowych dzielnic
       *[other] { $count } nowej dzielnicy
    }
problem-districts-invalid = Tego pliku z dzielnicami nie da się wczytać. Popraw, proszę:

# Jak stoi plan
plan-status = Pokazuje, jak stoi plan: cele, opóźnienia, pieniądze i wskaźniki
plan-status-goal = tylko cel o tym kodzie
plan-status-head = Wykonanie { $share } · działań: { $measures } · zaplanowano { $planned }, wydano { $spent }
plan-status-delayed = { $count ->
        [one] Opóźnione: { $count } działanie
        [few] Opóźnione: { $count } działania
       *[other] Opóźnione: { $count } działań
    }
plan-status-delayed-line = { $code } { $name } – { $lead }, kroków po terminie: { $count }, pierwszy { $day }
plan-status-money = zaplanowano { $planned }, wydano { $spent }
plan-status-indicator = { $name }: { $value } ({ $period }), cel { $target } do { $day }
plan-status-indicator-free = { $name }: { $value } ({ $period }), bez celu
plan-status-indicator-unmeasured = { $name }: jeszcze nie zmierzono, cel { $target } do { $day }
plan-status-indicator-unmeasured-free = { $name }: jeszcze nie zmierzono
problem-no-plan = Nie ma jeszcze planu. Wczytaj go: npm run hejnal -- plan import PLIK
problem-goal-unknown = W planie nie ma celu „{ $code }”. Są: { $known }.
problem-plan-none = Nie ma jeszcze żadnego planu. Wczytaj go: npm run hejnal -- plan import plik.yaml
problem-plan-unknown = Nie ma planu „{ $id }”. Sprawdź identyfikator.
problem-plan-subject-unknown = Nie ma w planie niczego o nazwie „{ $name }”. Podaj identyfikator z pliku planu, na przykład a1-1-1.
problem-plan-file-kind = Plan zapisujemy jako .yaml albo .xlsx, a nie { $file }. Zmień końcówkę nazwy.

# Wiersz poleceń
cli-plan = Plan działań: jako plik, jego stan i jego zmiany
cli-plan-import = Wczytuje plan z pliku: cały albo wcale
cli-plan-file = plik YAML albo XLSX z planem (opis: docs/plan.md)
cli-plan-why = powód zmian, zapisywany przy każdej z nich
cli-plan-take = czyja wartość obowiązuje, gdy obie strony zmieniły to samo: file (z pliku) albo database (stąd)
cli-plan-export = Zapisuje plan do pliku, który można potem wczytać
cli-plan-export-file = plik, który powstanie: nazwa.yaml albo nazwa.xlsx
cli-plan-id = identyfikator planu (bez tego: plan obowiązujący)
cli-plan-history = Pokazuje, co się zmieniło, kto to zmienił i dlaczego
cli-plan-subject = identyfikator lub kod, na przykład a1-1-1, 1.1.1 albo indicator/i01
cli-plan-no-history = Nic się tu jeszcze nie zmieniło.
cli-plan-column-when = Kiedy
cli-plan-column-who = Kto
cli-plan-column-what = Co
cli-plan-column-change = Zmiana
cli-plan-column-why = Dlaczego
cli-plan-added = dodane
cli-plan-removed = usunięte
cli-plan-whole = (całość)
cli-plan-imported = Wczytano: { $id }
cli-plan-exported = Zapisano plan { $id } w pliku { $file }
cli-plan-unchanged = Nic się nie zmienia.
cli-plan-kept = nie ma tego w pliku, ale zostaje: należą do tego inne rzeczy albo należy to do miasta
cli-plan-counts = Nowe: { $added }; zmienione pola: { $changed }; usunięte: { $removed }
cli-plan-in-file = w pliku: { $value }
cli-plan-here = tutaj: { $value }
cli-plan-changed-by = zmiana tutaj: { $actor }, { $at } UTC
cli-plan-conflicts = To samo zmieniło się w pliku i tutaj. Nic nie wczytaliśmy. Zdecyduj: --take file albo --take database; możesz też poprawić plik.

# Z czego składa się plan
plan-kind-policy = zasady przypominania
plan-kind-entity = podmioty
plan-kind-plan = plan
plan-kind-phase = etapy cyklu
plan-kind-goal = cele
plan-kind-objective = cele szczegółowe
plan-kind-indicator = wskaźniki
plan-kind-target = wartości docelowe
plan-kind-measure = działania
plan-kind-risk = ryzyka
plan-kind-budget = pozycje budżetu
plan-kind-evidence = dowody wykonania
plan-kind-reading = odczyty
plan-kind-report = sprawozdania
plan-kind-milestone = kamienie milowe

# Pierwszy arkusz pliku
plan-sheet-title = Plan działań: jak wypełnić ten plik
plan-sheet-sheets = Każdy rodzaj rzeczy ma swój arkusz, a każda rzecz jeden wiersz. Nazw arkuszy i kolumn nie zmieniaj.
plan-sheet-ids = Kolumna id to krótka, trwała nazwa: małe litery łacińskie, cyfry, - i _. Inne arkusze odwołują się do niej.
plan-sheet-days = Dni wpisuj jako daty albo tak: 2026-09-21. Puste pole to brak wartości, a nie zero.
plan-sheet-money = Kwoty są w złotych, z groszami po przecinku.
plan-sheet-lists = Kilka wartości w jednej komórce rozdziel przecinkami. Kroki eskalacji pisz tak: 7 coordinator; 14 plenipotentiary.
plan-sheet-removed = Usunięty wiersz działania oznacza: odwołane. Kamień milowy, który ma już historię, zostaje jako porzucony.
plan-sheet-revision = Liczba przy revision mówi, z jakiego stanu jest ten plik. Zostaw ją: dzięki niej nic, co zgłoszono później, nie zginie.
plan-sheet-check = Najpierw sprawdź: npm run hejnal -- plan import plik.xlsx --dry-run. Zobaczysz wszystkie błędy i zmiany, nic się nie zapisze.
plan-sheet-more = Opis każdej kolumny: docs/plan.md
