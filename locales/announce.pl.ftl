## Ogłoszenia w czacie: co czyta zespół, gdy je pisze, zatwierdza i wysyła.

# Pisanie
draft-text-pl = Co ma być w ogłoszeniu po polsku? Napisz tutaj.
draft-markup = Najwyżej tyle znaków: { $most }. Działa **pogrubienie**, *kursywa* i [słowa](https://…) jako link.
draft-text-en = A po angielsku? Bez tej wersji osoby czytające po angielsku dostają tekst polski.
draft-text-uk = A po ukraińsku? Bez tej wersji osoby czytające po ukraińsku dostają tekst polski.
draft-text-needed = Napisz, proszę, tekst słowami.
draft-skip-button = Pomijam: zostaje polski
draft-without-button = Bez tego języka
draft-who = Kto to dostaje?
draft-who-youth = Młodzi, którzy chcą wiadomości
draft-who-consultation = Z nich: po udziale w „{ $title }”
draft-who-contacts = Kontakty podmiotów
draft-who-staff = Zespół programu
draft-who-places = Tylko grupy i kanały serwerów
draft-narrow = Tylko dla części? Zaznacz języki albo kanały. Bez zaznaczenia: dla wszystkich.
draft-tick-places = także w grupach i kanałach serwerów
draft-everybody-button = Dla wszystkich
draft-when = Kiedy ma wyjść?
draft-moment-hint = Możesz też wpisać dzień i godzinę, na przykład 15.12 16:00.
draft-now-button = Zaraz po zatwierdzeniu
draft-today-button = Dziś o { $time }
draft-tomorrow-button = Jutro o { $time }
draft-moment-unclear = Wybierz, proszę, albo wpisz dzień i godzinę, na przykład 15.12 16:00.
draft-moment-past = Ta chwila już minęła. Wybierz, proszę, późniejszą.
draft-until = Do kiedy ma sens? Co do tej chwili nie wyjdzie, już nie zostanie wysłane.
draft-until-never = Bezterminowo
draft-until-evening = Do tego wieczora, 20:00
draft-until-three = Trzy dni
draft-until-week = Tydzień
draft-until-before = Koniec wypada przed początkiem. Wybierz, proszę, późniejszą chwilę.
draft-what = Co zmieniamy? Po zmianie potrzebne jest nowe zatwierdzenie.
draft-change-pl = Tekst polski
draft-change-en = Tekst angielski
draft-change-uk = Tekst ukraiński
draft-change-who = Kto to dostaje
draft-change-when = Kiedy wychodzi
draft-kept = Szkic jest zapisany. Nic jeszcze nie wyszło. Powyżej jest to, co zobaczą ludzie.
draft-dropped = W porządku, ten szkic znika.
draft-drop-button = Kończę pisanie
draft-goes-on = To ogłoszenie jest w trakcie pisania:
moment = { $day }, godz. { $time }

# Lista
announcements-button = Ogłoszenia
announcements = Oto ogłoszenia, od najnowszego.
announcements-none = Nie ma jeszcze żadnego ogłoszenia.
announcement-new-button = Piszę nowe
announcement-label = { $title } ({ $status })
announcement-progress = „{ $title }”: { $status }.
announcement-status-draft = szkic
announcement-status-approved = zaraz rusza
announcement-status-scheduled = zaplanowane
announcement-status-sending = wychodzi
announcement-status-paused = wstrzymane
announcement-status-failing = wstrzymane samo, zbyt wiele się nie udało
announcement-status-sent = wysłane
announcement-status-cancelled = odwołane
announcement-show-button = Jak daleko jest
announcement-preview-button = Jak wygląda
announcement-test-button = Na próbę do mnie
announcement-submit-button = Do zatwierdzenia…
announcement-change-button = Zmieniam
announcement-cancel-button = Zatrzymuję na dobre…
announcement-discard-button = Odrzucam…
announcement-pause-button = Wstrzymuję
announcement-resume-button = Wznawiam
announcement-retry-button = Ponawiam nieudane…

# Co to znaczy
announcement-for = Dla kogo:
announcement-line = • { $words }
announcement-count = Osoby i miejsca, które to dostają: { $count }.
announcement-count-line = • { $channel }, { $language }: { $count }
announcement-left-out = Nie dostają:
left-out-stopped = po /stop: { $count }
left-out-no-consent = bez zgody na wiadomości: { $count }
left-out-blocked = blokada z ich strony: { $count }
left-out-no-address = nie ma jak dotrzeć: { $count }
left-out-budget = trzy wiadomości w tym tygodniu już są: { $count }
announcement-too-few = Tak mało młodych osób by to dostało, że kogoś dałoby się rozpoznać. Tak nie można wysłać: wybierz, proszę, większą grupę.
announcement-language-missing = Niektóre osoby czytają w tym języku, a dostają tekst polski: { $language }.
announcement-too-long = Tekst jest za długi na jedną wiadomość. { $channel }, { $language }, znaki: { $characters }.
announcement-at = Wychodzi: { $moment }.
announcement-at-once = Wychodzi zaraz po zatwierdzeniu.
announcement-until = { $at } Ma sens do: { $moment }.
announcement-takes-moment = Wysyłanie trwa około minuty.
announcement-takes-minutes =
    { $count ->
        [one] Wysyłanie trwa około { $count } minuty.
       *[other] Wysyłanie trwa około { $count } minut.
    }
announcement-takes-hours =
    { $count ->
        [one] Wysyłanie trwa około { $count } godziny.
       *[other] Wysyłanie trwa około { $count } godzin.
    }

# Czynności
announcement-sure-second = Przeczytają to młodzi, więc zatwierdza druga osoba. Pytamy teraz? Odbiorców: { $count }.
announcement-yes-second = Tak, proszę o zatwierdzenie
announcement-sure-send = Nikogo więcej nie pytamy. Odbiorców: { $count }. Wysyłamy?
announcement-yes-send = Tak, wysyłam. Odbiorców: { $count }
announcement-sure-cancel = Zatrzymać na dobre „{ $title }”? Już wyszło: { $accepted }. Nigdy nie wyjdzie: { $left }. Tego nie można cofnąć.
announcement-yes-cancel = Tak, zatrzymuję na dobre
announcement-sure-discard = Odrzucić „{ $title }”? Nikt tego nie ma i nie dostanie.
announcement-yes-discard = Tak, odrzucam
announcement-sure-retry = Ponowić „{ $title }” tam, gdzie się nie udało? Ile razy: { $count }. Nikt inny nie dostanie tego po raz drugi.
announcement-yes-retry = Tak, ponawiam. Ile: { $count }
announcement-test-sent = Już do Ciebie idzie.
announcement-submitted = Pytamy drugą osobę. Damy Ci znać, co powie.
announcement-returned = Damy znać, że to jeszcze nie jest gotowe.
announcement-approved = Zatwierdzone.
announcement-cancelled = Gotowe. Nic więcej nie wyjdzie.
announcement-retried = Nieudane idą jeszcze raz.
announcement-paused = Wstrzymane. Dochodzi tylko to, co właśnie wychodzi.
announcement-resumed = Wysyłanie trwa dalej.

# Jak daleko jest
tally-accepted = Wyszło: { $accepted } z { $total }.
tally-remain = • jeszcze czeka: { $count }
tally-held = • odłożone na później: { $count }
tally-failed = • nie udało się: { $count }
tally-blocked = • odbiorca nas blokuje: { $count }
tally-unreachable = • nie ma jak dotrzeć: { $count }
tally-expired = • za późno: { $count }
tally-unknown = • nie wiadomo, czy dotarło: { $count }
tally-cancelled = • zatrzymane: { $count }
tally-reason = • powód: { $reason } – { $count }
reason-refused = platforma odrzuca tę wiadomość
reason-tried-too-often = zbyt wiele prób
reason-no-answer = brak odpowiedzi
reason-other = inny powód

# Druga osoba i wiadomości do zespołu
approval-asked = { $by } prosi o Twoje zatwierdzenie. Ogłoszenie jest w poprzedniej wiadomości.
approval-yes = Zatwierdzam
approval-not-yet = Jeszcze nie
approval-approved = „{ $title }” jest zatwierdzone: { $by }.
approval-returned = „{ $title }” jeszcze nie jest gotowe: { $by }. Porozmawiajcie i wprowadź zmiany.
told-paused = „{ $title }” wstrzymało się samo, bo zbyt wiele się nie udało. Wyszło: { $accepted } z { $total }. Nie udało się: { $failed }. Zajrzyj, proszę.
told-sent = „{ $title }” jest wysłane. Wyszło: { $accepted } z { $total }. Nie udało się: { $failed }.

# Odmowy
problem-announcement-changed = Tekst zmienił się w międzyczasie. Obejrzyj go, proszę, jeszcze raz przed zatwierdzeniem.
problem-announcement-nobody-else = Nikt inny nie może zatwierdzać ogłoszeń. Zaproś drugą osobę: npm run hejnal -- staff invite --role coordinator
