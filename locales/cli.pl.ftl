## Wiersz poleceń
cli-description = Hejnał: konsultacje z młodymi, od pytań do wyników
cli-examples = Przykłady:
cli-title-usage = Użycie:
cli-title-arguments = Argumenty:
cli-title-options = Opcje:
cli-title-commands = Polecenia:
cli-help-option = pokazuje tę pomoc
cli-help-command = pokazuje pomoc do polecenia
cli-lang-option = język: pl, en albo uk
cli-json-option = wynik jako JSON, dla programów

# Konsultacje
cli-consultation = Konsultacje: z pliku, otwieranie i zamykanie, kody dla klas
cli-consultation-id = identyfikator konsultacji, na przykład safe-way-to-school
cli-consultation-file = plik YAML z konsultacjami (opis: docs/consultation-files.md)
cli-consultation-import = Wczytuje konsultacje z pliku: wszystkie albo żadnej
cli-consultation-list = Pokazuje wszystkie konsultacje
cli-consultation-show = Pokazuje jedną konsultację i to, czego jej brakuje
cli-consultation-open = Otwiera konsultację, też przed terminem
cli-consultation-close = Zamyka konsultację na dobre
cli-dry-run = tylko sprawdza plik, niczego nie zapisuje
cli-class-code = Daje kod, z którym klasa odpowiada bez kont
cli-seats = ile osób może wejść z tym kodem (zwykle 35)
cli-hours = ile godzin działa kod (zwykle 48)
cli-error = błąd
cli-warning = uwaga
cli-findings =
    { $errors ->
        [one] { $errors } błąd
        [few] { $errors } błędy
       *[many] { $errors } błędów
    }, { $warnings ->
        [one] { $warnings } uwaga
        [few] { $warnings } uwagi
       *[many] { $warnings } uwag
    }
cli-nothing-imported = Niczego nie wczytaliśmy. Popraw błędy i spróbuj ponownie.
cli-imported-created = nowa, jako szkic
cli-imported-renewed = nowa wersja { $version }
cli-imported-unchanged = bez zmian (wersja { $version })
cli-missing = Przed otwarciem brakuje jeszcze:
cli-dry-run-done = To była próba: niczego nie zapisaliśmy.
cli-no-consultations = Nie ma jeszcze żadnej konsultacji. Wczytaj pierwszą: npm run hejnal -- consultation import plik.yaml
cli-column-id = Identyfikator
cli-column-title = Tytuł
cli-column-status = Stan
cli-column-version = Wersja
cli-column-opens = Od
cli-column-closes = Do
cli-fact-status = Stan: { $status }, wersja { $version }
cli-fact-window = Można odpowiadać od { $from } do { $to }
cli-fact-outcome = Decyzja do { $day }, podejmuje ją: { $owner }
cli-fact-questions = Liczba pytań: { $count }; języki: { $languages }
cli-fact-places = Gdzie: { $places }; grup mniejszych niż { $threshold } nie pokazujemy
cli-fact-no-counts = Liczby pokażemy po zamknięciu: wcześniej nie widzi ich nikt.
cli-opened = Otwarte: { $id }
cli-open-already = { $id } jest już otwarta. Nic się nie zmieniło.
cli-closed = Zamknięte: { $id }. Wyniki: npm run hejnal -- results { $id }
cli-closed-already = { $id } jest już zamknięta. Nic się nie zmieniło.
cli-class-code-made =
    { $seats ->
        [one] Kod dla { $seats } osoby, działa do: { $until }. Widać go tylko teraz.
       *[other] Kod dla { $seats } osób, działa do: { $until }. Widać go tylko teraz.
    }

# Gdy coś pójdzie nie tak
problem-file-unreadable = Nie można odczytać pliku { $file } ({ $reason }). Sprawdź nazwę i uprawnienia.
problem-database-unreachable = Baza danych nie odpowiada. Sprawdź DATABASE_URL i to, czy PostgreSQL działa.
problem-contact-key-missing = Brakuje CONTACT_KEY, którym zamykamy adresy. Ustaw ten sam klucz, którego używa serwis; nowy zrobisz tak: openssl rand -base64 32
cli-not-migrated = W bazie danych nie ma jeszcze tabel Hejnału. Uruchom najpierw npm start, które je tworzy.
cli-unexpected = Coś poszło nie tak po naszej stronie: { $reason } Szczegóły: uruchom to samo z LOG_LEVEL=debug.
cli-misuse = To polecenie jest nie takie, jak trzeba: { $name }.
cli-misuse-unknownOption = Nie ma opcji { $name }.
cli-misuse-unknownCommand = Nie ma polecenia „{ $name }”.
cli-misuse-missingArgument = Brakuje argumentu <{ $name }>.
cli-misuse-excessArguments = Tu jest za dużo słów.
cli-misuse-optionMissingArgument = Opcja { $name } potrzebuje wartości.
cli-misuse-invalidArgument = Ta wartość nie pasuje do opcji { $name }.
cli-misuse-missingMandatoryOptionValue = Brakuje opcji { $name }.
cli-misuse-guess = Może chodzi o { $guess }?
cli-misuse-help = Pomoc: dodaj --help.

cli-chat = Rozmowa z miastem w tym terminalu, tak jak młodzi rozmawiają w czacie.
