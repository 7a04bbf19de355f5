## Odpowiedzi na przypomnienia, prośby o zmianę, raportowanie wskaźników.

due-not-yours = To sprawa innej jednostki, więc nie można tu na nią odpowiedzieć.
due-one = 📌 Termin { $day }: { $what }
due-entity = Odpowiada: { $entity }
due-waiting-date = ⏳ Czeka prośba o nowy termin: { $to }.
due-waiting-entity = ⏳ Czeka prośba o przekazanie: { $to }.
due-on-track = Dzięki! Zapisane: „{ $what }” będzie na czas, do { $day }.
due-under-way = Dzięki! Zapisane: „{ $what }” jest w toku. Termin minął { $day }. O nowy termin można poprosić w każdej chwili.
due-done = ✅ Zrobione: { $what }. Więcej przypomnień o tym nie będzie.
due-evidence-ask = Co to potwierdza? Może być zdjęcie, dokument, link albo kilka słów.
due-evidence-more = Coś jeszcze? Kolejny plik, link albo kilka słów.
due-evidence-how = Potwierdzenie dla „{ $what }”: zdjęcie, dokument, link albo kilka słów.
due-evidence-kept = 📎 Zapisane.
due-evidence-skip = Bez potwierdzenia
due-evidence-enough = To wszystko
due-evidence-thanks = Dzięki, to wszystko.
due-undo = To pomyłka
due-undone = Cofnięte. To znów jest do zrobienia.
due-done-on = To już zrobione ({ $day }): { $what }. Nic się nie zmienia.
due-done-before = To już zrobione: { $what }. Nic się nie zmienia.
due-dropped = To już nie jest w planie: { $what }. Nic się nie zmienia.
due-moved = Ten termin się zmienił. Teraz: { $day }.
due-date-ask = Termin to { $day }. Jaki byłby realny?
due-date-how = Można też napisać datę, na przykład 15.03.
due-date-label = { $day }
due-date-unread = Tej daty nie udało się odczytać. Na przykład: 15.03 albo 2027-03-15.
due-date-past = Ten dzień już minął. Potrzebna jest data w przyszłości.
due-date-earlier = Ten dzień jest przed obecnym terminem ({ $day }).
due-reason-ask = Nowy termin: { $day }. Dlaczego potrzeba więcej czasu? Wybierz albo napisz.
due-reason-waiting = Czekamy na kogoś innego
due-reason-people = Brakuje ludzi
due-reason-money = Brakuje pieniędzy
due-reason-purchase = Zamówienie się przedłuża
due-too-long = To za długie. Zmieści się { $max } znaków.
due-drop = Wróć
due-asked-date = 📨 Prośba wysłana: „{ $what }”, zamiast { $from } – { $to }.
due-asked-next = Koordynacja programu odpowie. Do tego czasu obowiązuje to, co było.
due-blocker-ask = Kto lub co blokuje? Wybierz jednostkę albo napisz jej nazwę lub skrót.
due-blocker-outside = Ktoś spoza programu
due-owner-ask = Czyje to jest? Wybierz jednostkę albo napisz jej nazwę lub skrót.
due-owner-unknown = Nie wiem czyje
due-others = Kolejne
due-who-unread = Takiej jednostki nie ma w planie. Wybierz z listy.
due-note-ask = Czego brakuje od: { $who }? Jedno zdanie wystarczy.
due-note-ask-outside = Czego brakuje? Jedno zdanie wystarczy.
due-note-skip = Bez komentarza
due-somebody = ktoś inny
due-somebody-outside = kogoś spoza programu
due-blocked-by = 🚧 Zapisane: „{ $what }” czeka na: { $who }. Ta jednostka dostaje wiadomość.
due-blocked-outside = 🚧 Zapisane: „{ $what }” czeka na kogoś spoza programu. Koordynacja to widzi.
due-handed = 📨 Prośba wysłana: „{ $what }” przejmie { $who }.
due-handed-unknown = 📨 Zapisane: „{ $what }” nie jest Wasze. Koordynacja ustali, czyje.
due-noted = Zapisane. Dalszych powiadomień o tym terminie nie będzie: { $what }.
due-resume = Wracam do rozmowy
due-elsewhere = Tym zajmuje się teraz { $entity }: { $what }. Nic się nie zmienia.
due-evidence-add = Dodaję potwierdzenie
due-other-day = To było innego dnia
due-done-when = Którego dnia? Można też wpisać datę, na przykład 15.03.
due-yesterday = Wczoraj
due-done-later = Ten dzień dopiero będzie. Którego dnia było to zrobione?
due-done-kept = Zapisane: zrobione { $day }.
due-date-week = Tydzień później: { $day }
due-date-two-weeks = Dwa tygodnie później: { $day }
due-date-month = Miesiąc później: { $day }
due-date-quarter = Koniec kwartału: { $day }
due-date-waiting = Na decyzję czeka już { $to }. Nowa prośba ją zastąpi.
due-date-far = To ponad dwa lata później. Wybierz, proszę, bliższy dzień.
due-reason-how = Wystarczy kilka słów, najwyżej { $max } znaków.
due-moved-now = ✅ Nowy termin to { $to }: { $what }. Wie o nim też { $entity }.
due-handed-now = ✅ Przekazane: { $who } ma teraz „{ $what }”. Obie strony dostają wiadomość.
answer-hand-over = Niech przejmie kto inny
answer-move = Inny termin
blocker-lead = 🚧 { $who } czeka na Was: { $what }. Termin { $day }.
blocker-note = Brakuje: { $note }
blocker-yes = Już nad tym pracujemy
blocker-no = To nie od nas zależy
blocker-coming = Dzięki! { $who } dostaje wiadomość, że pracujecie nad tym.
blocker-not-us = Zapisane. { $who } dostaje wiadomość, że to nie zależy od Was.
blocked-coming = 🙌 { $who } pisze: już nad tym pracujemy. ({ $what })
blocked-not-theirs = { $who } pisze: to nie od nas zależy. ({ $what })
blocked-line-note = • { $what } ({ $entity }), do { $day } – czeka na: { $by }. Brakuje: { $note }
blocked-line = • { $what } ({ $entity }), do { $day } – czeka na: { $by }
blocked-list = 🚧 Czeka na kogoś innego ({ $count }):
change-asks-date = 📨 { $entity } prosi o nowy termin: { $what }. Z { $from } na { $to }.
change-asks-entity = 📨 { $entity } pisze, że to nie ich: { $what }. Miałoby przejść do: { $to }.
change-asks-unknown = 📨 { $entity } pisze, że to nie ich, i nie wie czyje: { $what }.
change-reason = Powód: { $reason }
change-yes = Zgoda
change-no = Nie teraz
change-approved = ✅ Zgoda: { $what }. Było { $from }, jest { $to }.
change-refused = Bez zmian: { $what }. Zostaje { $from }.
change-told = Wszyscy, których to dotyczy, dostają wiadomość.
change-is-approved = ✅ Zgoda koordynacji: { $what }. Było { $from }, jest { $to }.
change-is-refused = Koordynacja nie zmienia: { $what }. Zostaje { $from }.
change-was-approved = Decyzja już jest: zgoda na { $to }. { $who }, { $day }. ({ $what })
change-was-refused = Decyzja już jest: zostaje { $from }. { $who }, { $day }. ({ $what })
change-moot = Ta prośba jest już nieaktualna: { $what }. Nic się nie zmienia.
change-own = O prośbie własnej jednostki decyduje ktoś inny.
change-choose = Wybieram, kto to przejmie
change-replaced = Nowsza prośba zastąpiła poprzednią: { $what }.
change-given = 📌 Od teraz u Was: { $what }. Termin { $day }.
overdue-none = Nic w planie nie jest po terminie. 🎉
overdue-lead = { $count ->
        [one] Po terminie w całym planie: { $count } sprawa.
        [few] Po terminie w całym planie: { $count } sprawy.
        [many] Po terminie w całym planie: { $count } spraw.
       *[other] Po terminie w całym planie: { $count } sprawy.
    }
overdue-answered = • Od { $day }: { $what } ({ $entity }) – odpowiedź: { $answer }
overdue-asked = • Od { $day }: { $what } ({ $entity }) – bez odpowiedzi. Pytania: { $asked }.
overdue-who = { $who } – { $on }
overdue-unasked = • Od { $day }: { $what } ({ $entity }) – jeszcze bez pytania
deadlines-more = Kolejne
partner-due-plain = • { $day }: { $name }
partner-overdue-plain = • Po terminie od { $day }: { $name }
partner-report-button = Podaj wskaźnik
partner-home-overdue = { $count ->
        [one] ⏳ Po terminie: { $count } sprawa.
        [few] ⏳ Po terminie: { $count } sprawy.
        [many] ⏳ Po terminie: { $count } spraw.
       *[other] ⏳ Po terminie: { $count } sprawy.
    }
staff-home-changes = { $count ->
        [one] 📨 Czeka na decyzję: { $count } prośba.
        [few] 📨 Czekają na decyzję: { $count } prośby.
        [many] 📨 Czeka na decyzję: { $count } próśb.
       *[other] 📨 Czeka na decyzję: { $count } prośby.
    }
staff-home-overdue = { $count ->
        [one] ⏳ Po terminie w planie: { $count } sprawa.
        [few] ⏳ Po terminie w planie: { $count } sprawy.
        [many] ⏳ Po terminie w planie: { $count } spraw.
       *[other] ⏳ Po terminie w planie: { $count } sprawy.
    }
command-report = podaje wartość wskaźnika
command-name-report = raport
report-none = Twoja jednostka nie podaje żadnych wskaźników.
report-nothing = Wszystkie wskaźniki są podane. Dzięki!
report-which = Który wskaźnik?
report-period = { $name }: za jaki okres?
report-value = 📊 { $name }, { $period }. Jaka jest wartość ({ $unit })?
measured = { $value } { $unit }
measured-in = { $value } ({ $unit })
report-previous = Poprzednio ({ $period }): { $value }
report-unread = To nie wygląda na liczbę. Na przykład: 1250 albo 12,5. Gdy jej nie ma: „nie wiem”.
report-not-measured = Nie zmierzono
report-sure = { $name }, { $period }: { $value }. Zgadza się?
report-yes = Tak, zgadza się
report-no = Popraw
report-kept = ✅ Zapisane: { $name }, { $period }: { $value }.
report-missing = Zapisane: { $name }, { $period } – nie zmierzono. To nie znaczy zero.
report-known = { $name }, { $period }: ta wartość już jest podana.
report-another = Inny wskaźnik
report-why = { $name }, { $period }: dlaczego nie ma wartości? Wybierz albo napisz w kilku słowach.
report-why-later = Pomiar będzie później
report-why-data = Brakuje danych od innych
