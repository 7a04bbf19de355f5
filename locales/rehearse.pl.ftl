## Próba na sucho: co wyszłoby w danym czasie.

cli-rehearse = Pokazuje, jakie przypomnienia i eskalacje wyszłyby w danym czasie, gdyby nikt nie odpowiadał; niczego nie wysyła
cli-rehearse-from = pierwszy dzień, RRRR-MM-DD
cli-rehearse-to = ostatni dzień, RRRR-MM-DD
cli-rehearse-csv = zapisuje tabelę także do pliku dla arkusza kalkulacyjnego
cli-rehearse-day = „{ $value }” to nie dzień. Właściwy zapis: 2027-01-31.
problem-rehearse-no-plan = Nie ma jeszcze planu. Wczytaj go: npm run hejnal -- plan import PLIK
problem-rehearse-backwards = Ostatni dzień ({ $to }) jest przed pierwszym ({ $from }). Zamień je miejscami.
rehearse-nobody = (nikt nie odbiera wiadomości)
rehearse-up = brak odpowiedzi, następne w kolejce: { $who }
rehearse-day = w dniu terminu
rehearse-before = { $days ->
        [one] { $days } dzień przed terminem
       *[other] { $days } dni przed terminem
    }
rehearse-after = { $days ->
        [one] { $days } dzień po terminie
       *[other] { $days } dni po terminie
    }
rehearse-digest = w wiadomości dnia
rehearse-alone = osobną wiadomością
rehearse-why-nobody = nie wychodzi: nikogo nie można powiadomić
rehearse-why-over = nie wychodzi: sprawa jest zamknięta
rehearse-why-newer = nie wychodzi: mówi to już nowsze przypomnienie
rehearse-why-quiet-hours = wstrzymane o { $time } do końca ciszy
rehearse-summary = { $messages ->
        [one] Od { $from } do { $to }: { $messages } wiadomość. Nie wychodzi: { $left }. Niczego nie wysłano.
        [few] Od { $from } do { $to }: { $messages } wiadomości. Nie wychodzi: { $left }. Niczego nie wysłano.
       *[other] Od { $from } do { $to }: { $messages } wiadomości. Nie wychodzi: { $left }. Niczego nie wysłano.
    }
rehearse-written = Tabela: { $file }
