## Ogłoszenia: do kogo są, czego nie wolno, i wiersz poleceń.

# Kanały
channel-telegram = Telegram
channel-discord = Discord
channel-web = czat na stronie

# Do kogo
audience-youth = młodzi
audience-contact = pierwsze osoby do kontaktu w podmiotach
audience-second = drugie osoby do kontaktu w podmiotach
audience-superior = osoby nadzorujące w podmiotach
audience-administrator = osoby w roli: administracja
audience-coordinator = osoby w roli: koordynacja
audience-moderator = osoby w roli: moderacja
audience-safeguarding_officer = osoby w roli: ochrona dzieci
audience-auditor = osoby w roli: audyt
audience-places = grupy i kanały serwerów, w których są ogłoszenia
audience-entities = tylko osoby z podmiotów: { $list }
audience-languages = tylko osoby, które czytają w języku: { $list }
audience-channels = tylko tam: { $list }
audience-districts = tylko młodzi z dzielnic: { $list }
audience-ages = tylko młodzi w wieku: { $list }
audience-consultation = tylko młodzi, których udział w konsultacji { $id } to: { $states }
audience-state-invited = zaproszenie
audience-state-started = w trakcie
audience-state-finished = zakończony
audience-consent-announcements = którzy chcą wiadomości od miasta
audience-consent-outcomes = którzy chcą wiedzieć, co wynikło z konsultacji
audience-consent-participation = którzy zgodzili się na udział
audience-except = ale bez: { $whom }
audience-nobody = nikt
audience-list = { $first }, { $rest }
audience-name = { $name }

# Czego nie wolno
problem-announcement-unknown = Nie ma ogłoszenia „{ $id }”. Zobacz: npm run hejnal -- announcement list
problem-announcement-begun = Wysyłka „{ $id }” już się zaczęła i nie można jej zmienić. Napisz nowe ogłoszenie pod innym identyfikatorem.
problem-announcement-without-polish = Brakuje tekstu po polsku. Napisz go: zastępuje inne języki, gdy ich nie ma.
problem-announcement-nobody-asked = Nie podano, kto ma to dostać. Wskaż grupę osób albo miejsca.
problem-announcement-late-without-end = Kto dołączy później, może to dostać tylko do podanej chwili. Podaj ją (not_after).
problem-announcement-times = Koniec byłby przed początkiem. Popraw jeden z tych terminów.
problem-announcement-not-draft = „{ $id }” nie jest już szkicem. Zobacz je jeszcze raz.
problem-announcement-needs-second = Przeczytają to młodzi, więc zatwierdza ktoś inny niż osoba, która to napisała. Poproś drugą osobę.
problem-announcement-too-few = Dostałoby to tak niewiele młodych osób, że można by kogoś rozpoznać. Wybierz większą grupę.
problem-announcement-nobody = Nikt by tego nie dostał. Podgląd pokazuje dlaczego.
problem-announcement-too-late = Minęła chwila, do której „{ $id }” było potrzebne. Napisz nowe ogłoszenie.
problem-announcement-not-sending = „{ $id }” teraz nie wychodzi, więc nie ma czego wstrzymać.
problem-announcement-not-paused = „{ $id }” nie jest wstrzymane, więc nie ma czego wznowić.
problem-announcement-over = „{ $id }” jest już zakończone. Nic się nie zmieniło.
problem-announcement-nothing-failed = Nie ma w „{ $id }” niczego, co można by wysłać jeszcze raz.
problem-file-unwritable = Nie można zapisać pliku { $file } ({ $reason }). Wybierz inne miejsce.

# Wiersz poleceń
cli-announce = Wczytuje ogłoszenie z pliku jako szkic i pokazuje, co by się stało
cli-announce-file = plik YAML z ogłoszeniem (opis: docs/announcement-files.md)
cli-announcement = Ogłoszenia: podgląd, zatwierdzanie, wstrzymywanie i to, co się z nimi stało
cli-announcement-id = identyfikator ogłoszenia, na przykład summer-in-the-park
cli-announcement-list = Pokazuje wszystkie ogłoszenia
cli-announcement-show = Pokazuje jedno ogłoszenie i to, jak daleko jest wysyłka
cli-announcement-watch = pokazuje na nowo co dwie sekundy, aż do końca
cli-announcement-preview = Liczy, kto by to dostał, i pokazuje, jak to wygląda
cli-announcement-approve = Zatwierdza: wychodzi od razu albo o swojej porze; gdy czytają to młodzi, robi to ktoś inny niż osoba, która to napisała
cli-announcement-pause = Wstrzymuje po wiadomości, która właśnie wychodzi
cli-announcement-resume = Wznawia po wstrzymaniu
cli-announcement-cancel = Kończy na dobre: co nie wyszło, już nie wyjdzie
cli-announcement-retry = Próbuje jeszcze raz tam, gdzie się nie udało
cli-announcement-export = Wypisuje, co się stało z każdą wiadomością, bez adresów
cli-announcement-csv = zapisuje do tego pliku zamiast na ekran
cli-announcement-none = Nie ma jeszcze żadnego ogłoszenia. Wczytaj pierwsze: npm run hejnal -- announce plik.yaml
cli-announcement-kept = Zapisane jako szkic: { $id }. Żeby wyszło: npm run hejnal -- announcement approve { $id }
cli-announcement-trial = To była próba: nic nie zostało zapisane.
cli-announcement-refused = Nic nie zostało zapisane. Popraw błędy i spróbuj ponownie.
cli-announcement-for = Do kogo:
cli-announcement-too-few = Dostałoby to tak niewiele młodych osób, że można by kogoś rozpoznać: nic nie liczymy i nie można tego zatwierdzić.
cli-announcement-total =
    { $count ->
        [one] { $count } adresat
        [few] { $count } adresatów
       *[many] { $count } adresatów
    }
cli-announcement-left-out = Nie dostaną:
cli-left-out-stopped = po /stop
cli-left-out-no-consent = bez zgody na wiadomości
cli-left-out-blocked = ich kanał już niczego nie przepuszcza
cli-left-out-no-address = bez adresu w tych kanałach
cli-left-out-budget = dość wiadomości w tym tygodniu
cli-announcement-language-missing = Brakuje tekstu w językach: { $languages }. Te osoby dostaną tekst po polsku.
cli-announcement-too-long = { $language }: { $characters } znaków to za dużo na jedną wiadomość tu: { $channels }.
cli-announcement-duration = Potrwa około { $duration } w tempie platform.
cli-announcement-sample = Tak to wygląda, język: { $language }:
cli-announcement-picture = [obraz: { $alt }]
cli-announcement-approved = Zatwierdzone: { $id }. Zacznie się za kilka sekund.
cli-announcement-scheduled = Zatwierdzone: { $id }. Zacznie się: { $at }.
cli-announcement-paused = Wstrzymane: { $id }.
cli-announcement-resumed = Wznowione: { $id }.
cli-announcement-cancelled = Zakończone na dobre: { $id }.
cli-announcement-retried = Próba od nowa: { $id }.
cli-announcement-tally = Wyszło: { $out }. Czeka na swoją porę: { $held }. Zostało: { $left }. Nie doszło: { $lost }. Odwołane: { $cancelled }. Razem: { $total }.
cli-announcement-exported =
    { $count ->
        [one] Zapisano { $count } wiersz w pliku { $file }.
        [few] Zapisano { $count } wiersze w pliku { $file }.
       *[many] Zapisano { $count } wierszy w pliku { $file }.
    }
cli-announcement-written = Tekst: { $by }
cli-announcement-approved-by = Zatwierdzenie: { $by }
cli-announcement-send-at = Wychodzi: { $at }
cli-announcement-not-after = Potrzebne do: { $at }
cli-announcement-status-draft = szkic
cli-announcement-status-approved = zaraz się zacznie
cli-announcement-status-scheduled = zaplanowane
cli-announcement-status-sending = wychodzi
cli-announcement-status-paused = wstrzymane
cli-announcement-status-sent = wysłane
cli-announcement-status-cancelled = odwołane
cli-announcement-paused-by-failures = Wysyłka wstrzymała się sama, bo za wiele się nie udało.
cli-delivery-waiting = czeka
cli-delivery-held = czeka na swoją porę
cli-delivery-sending = właśnie wychodzi
cli-delivery-accepted = wyszło
cli-delivery-failed = odrzucone
cli-delivery-blocked = blokada po drugiej stronie
cli-delivery-unreachable = poza zasięgiem
cli-delivery-expired = za późno
cli-delivery-unknown = może doszło
cli-delivery-cancelled = odwołane
cli-column-text = Tekst
cli-column-channel = Kanał
cli-column-language = Język
cli-column-count = Ile

# Plik z ogłoszeniem
file-form-moment = To nie jest dzień i godzina. Napisz rok-miesiąc-dzień godzina:minuta w cudzysłowie, na przykład '2027-06-21 16:00'.
file-moment-never = Nie ma takiego dnia albo takiej godziny (wiosną zegary jedną pomijają). Wybierz inny termin.
file-ends-before = Koniec byłby przed początkiem. Popraw jeden z tych terminów.
file-over-already = Ta chwila już minęła. Wybierz późniejszą.
file-begins-already = Ta chwila już minęła, więc wyjdzie zaraz po zatwierdzeniu.
file-late-without-end = Kto dołączy później, może to dostać tylko do podanej chwili. Dopisz not_after.
file-audience-nobody = Nikogo tu nie wskazano. Wpisz co najmniej jedną grupę albo places: true.
file-audience-idle = „{ $name }” niczego tu nie zmienia, bo zawęża tylko: { $whom }. Usuń to pole.
file-audience-youth = młodzi
file-audience-contacts = osoby do kontaktu
file-entity-unknown = W planie nie ma podmiotu „{ $id }”. Są: { $known }.
file-district-unknown = Nie ma dzielnicy „{ $id }”. Są: { $known }.
file-consultation-unknown = Nie ma konsultacji „{ $id }”. Są: { $known }.
file-consent-without-consultation = Do osób, które zgodziły się na udział, można pisać tylko o tej konsultacji. Dopisz consultation.
file-polish-instead = Brakuje języka: { $language }. Kto w nim czyta, dostanie tekst po polsku.
file-long-message = To { $count } znaków, a w jednej wiadomości ({ $channel }) mieści się { $most }. Skróć tekst, inaczej przyjdzie w częściach.
file-link-http = Odnośnik zaczyna się od https://. Ten będzie widać tak, jak jest wpisany.
file-picture-elsewhere = Obraz ma leżeć obok tego pliku. Wpisz tylko jego nazwę.
file-picture-missing = Obok tego pliku nie ma takiego obrazu. Sprawdź nazwę.
file-picture-large = Obraz ma ponad { $megabytes } MB. Zmniejsz go.
file-picture-kind = Ten obraz to ani PNG, ani JPEG. Zapisz go w jednym z tych formatów.
