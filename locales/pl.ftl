## Rozmowy: to, co w czacie czytają młodzi, partnerzy i osoby z zespołu.

# Rozumienie
re-ask = Wybierz, proszę, jedną z odpowiedzi albo wpisz jej numer.
re-ask-scale = Wybierz, proszę, liczbę od { $from } do { $to }.
re-ask-several = Wybierz, proszę, z listy. Można wybrać najwyżej { $max }.
re-ask-number = Wpisz, proszę, liczbę całkowitą od { $min } do { $max }.
re-ask-text = Napisz, proszę, odpowiedź słowami albo pomiń to pytanie.
file-not-kept = Zdjęć, nagrań i plików tu nie zachowujemy. Napisz, proszę, słowami.
text-too-long = To trochę za długie: znaków jest { $length }, a mieści się { $max }. Da się krócej?
choose-something = Wybierz co najmniej jedną odpowiedź albo pomiń to pytanie.
too-many-choices = Można wybrać najwyżej { $max }. Dotknij zaznaczonej odpowiedzi, żeby ją cofnąć.
exclusive-choice = Jedna z tych odpowiedzi nie łączy się z innymi. Wybierz, proszę, jeszcze raz.
already-noted = To już zapisane.
stale-button = Ten przycisk jest z wcześniejszej wiadomości. Jesteśmy teraz tutaj.
command-unknown = Nie znam takiego polecenia. Działają: /start, /jezyk, /pomoc, /prywatnosc, /mojedane, /usun, /stop.
our-fault-again = Coś poszło nie tak po naszej stronie. Za chwilę wyślij to, proszę, jeszcze raz.
our-fault = Coś poszło nie tak po naszej stronie. Twoja odpowiedź jest zapisana. Spróbuj za chwilę.

# Pytania
progress = { $step } z { $of }
scale-ends = { $from } – { $low }, { $to } – { $high }
number-hint = Wpisz liczbę od { $min } do { $max }.
number-unit-hint = Wpisz liczbę od { $min } do { $max } ({ $unit }).
ranking-hint = Dotykaj po kolei, najważniejsze najpierw. Najwyżej { $top }.
ranked-option = { $place }. { $label }
pairwise-hint = Co jest ważniejsze? Para { $step } z { $of }.
text-hint = Napisz krótko. Bez imion, adresów i nazw szkół.
about-you = O Tobie – tylko jako grupa, i można to pominąć.
step-back = Wstecz
step-skip = Pomiń
step-keep = Zostaw i dalej
step-done = Gotowe
step-stop = Zakończ

# Po drodze
welcome = Cześć! To czat miasta. Pytamy młodych, co zmienić. Zajmie to około 3 minuty.
about-consultation = { $title }. { $purpose }
age = Ile masz lat?
age-refusal = Dziękujemy, że chcesz zabrać głos! Tutaj możemy pytać tylko starsze osoby. Możesz odpowiedzieć w szkole albo na stronie miasta.
age-refusal-old = Dziękujemy, że chcesz zabrać głos! Ta konsultacja jest dla osób w wieku od { $from } do { $to } lat.
assent =
    Zanim zaczniemy:
    • Udział jest dobrowolny. Możesz pominąć pytanie albo przerwać w każdej chwili.
    • Nie pytamy o imię, nazwisko, adres ani nazwę szkoły. Nie wpisuj ich.
    • Wyniki pokazujemy tylko razem, dla wielu osób.
    • Wpisz /usun, żeby skasować swoje dane. Wpisz /prywatnosc, żeby poznać szczegóły.
    • Ten czat nie działa jak telefon zaufania. Jeśli potrzebujesz pomocy, wpisz POMOC.
agree = Rozumiem, zaczynam
decline = Nie teraz
declined = W porządku. Nic nie zapisaliśmy. Możesz wrócić w każdej chwili.
welcome-back =
    { $left ->
        [one] Witaj z powrotem! Zostało { $left } pytanie.
        [few] Witaj z powrotem! Zostały { $left } pytania.
        [many] Witaj z powrotem! Zostało { $left } pytań.
       *[other] Witaj z powrotem! Zostało { $left } pytania.
    }
welcome-back-short = Witaj z powrotem! Tu była przerwa:
stopped-for-now = W porządku, tu robimy przerwę. Dotychczasowe odpowiedzi są zapisane. Możesz wrócić w każdej chwili, najpóźniej { $day }.
resume = Odpowiadam dalej
change-answers = Zmieniam odpowiedzi
change-how = Możesz przejrzeć swoje odpowiedzi i je zmieniać, aż konsultacja się zakończy.
changes-noted = Zmiany są zapisane.
already-finished = Twoje odpowiedzi już mamy. Dziękujemy! Możesz je zmieniać, aż konsultacja się zakończy.
follow-up = Chcesz wiedzieć, co z tego wynika? Napiszemy krótko, gdy miasto odpowie i gdy coś się zacznie, opóźni albo będzie gotowe. Zapisujemy to osobno od odpowiedzi.
yes-please = Tak, poproszę
no-thanks = Nie, dziękuję
thanks = Dziękujemy! Do { $date } napiszemy, co miasto zrobi z odpowiedziami.
closed-meanwhile = Ta konsultacja już się zakończyła. Do { $day } napiszemy, co z niej wynikło.
not-open-yet = „{ $title }” zaczyna się { $day }. Do zobaczenia!
answer-elsewhere = Na „{ $title }” nie można odpowiedzieć w tym miejscu. Możesz odpowiedzieć na stronie miasta albo w szkole.
consultation-unknown = Nie ma tu takiej konsultacji. Może link jest stary?

# Początek
home-hello = Cześć! To czat miasta dla młodych.
home-open =
    { $count ->
        [one] Trwa { $count } konsultacja. Na którą chcesz odpowiedzieć?
        [few] Trwają { $count } konsultacje. Na którą chcesz odpowiedzieć?
        [many] Trwa { $count } konsultacji. Na którą chcesz odpowiedzieć?
       *[other] Trwa { $count } konsultacji. Na którą chcesz odpowiedzieć?
    }
home-nothing-open = Teraz nie trwa żadna konsultacja. Zajrzyj niedługo!
to-start = Na początek
language-button = Język / Language / Мова
privacy-button = Moje dane
back-button = Wstecz
language-question = W jakim języku rozmawiamy?
language-pl = Polski
language-en = English
language-uk = Українська

# Pomoc
help-button = Potrzebuję pomocy
back-to-questions = Wracam do pytań
helpline = • { $number } ({ $hours }) – { $for }
helpline-with-link = • { $number } ({ $hours }) – { $for }: { $url }
helpline-any-time = • { $number } – { $for }
helpline-any-time-with-link = • { $number } – { $for }: { $url }
care-acknowledge = Dziękuję, że to piszesz. To, co się dzieje, jest ważne. To nie jest Twoja wina.
care-check = Jestem automatycznym czatem i mogę się mylić. Jeśli potrzebujesz pomocy, tu są numery.
care-honesty = Nikt nie czyta tego czatu cały czas. Jeśli coś Ci grozi, zadzwoń, proszę, pod jeden z tych numerów.
not-kept = Ostatniej wiadomości nie ma wśród Twoich odpowiedzi. Możesz pominąć to pytanie.

# Własne dane
privacy-what = Trzy rzeczy trzymamy osobno: jak do Ciebie napisać (zaszyfrowane), w których konsultacjach bierzesz udział i same odpowiedzi – bez żadnego imienia.
privacy-who = Nikt nie widzi, kto co powiedział. Wyniki pokazujemy tylko dla grup, nigdy dla małych.
privacy-long = Odpowiedzi możesz zmieniać, dopóki konsultacja trwa, a skasować jeszcze przez { $days ->
        [one] jeden dzień
        [few] { $days } dni
        [many] { $days } dni
       *[other] { $days } dnia
    } po jej zakończeniu. Potem niszczymy klucz i nikt już ich z Tobą nie połączy, nawet my.
privacy-rights = Możesz zabrać swoje dane albo je skasować, tu i teraz.
mydata-button = Zabieram swoje dane
delete-button = Kasuję swoje dane
mydata = Oto wszystko, co o Tobie mamy. Ten plik trafia tylko do Ciebie.
nothing-kept = Nie mamy o Tobie żadnych danych.
delete-question = Skasować wszystko: jak do Ciebie napisać, udział w konsultacjach i odpowiedzi w tych, które trwają albo skończyły się najwyżej { $days ->
        [one] jeden dzień
        [few] { $days } dni
        [many] { $days } dni
       *[other] { $days } dnia
    } temu? Tego nie da się cofnąć.
delete-or-one = Albo tylko odpowiedzi z jednej konsultacji: wtedy cała reszta zostaje.
withdraw-one = Tylko moje odpowiedzi: „{ $title }”
withdraw-question = Skasować Twoje odpowiedzi z konsultacji „{ $title }” i to, że bierzesz w niej udział? Nie napiszemy Ci wtedy, co z niej wynika. Tego nie da się cofnąć. Dopóki konsultacja trwa, możesz odpowiedzieć od nowa.
withdraw-yes = Tak, skasujcie te odpowiedzi
withdrawn = Gotowe. Twoje odpowiedzi z konsultacji „{ $title }” są skasowane.
withdraw-too-late = Tych odpowiedzi nie da się już znaleźć: { $days ->
        [one] jeden dzień
        [few] { $days } dni
        [many] { $days } dni
       *[other] { $days } dnia
    } po końcu konsultacji nikt już nie wie, które odpowiedzi są czyje.
delete-yes = Tak, skasujcie wszystko
delete-no = Nie, zostawcie
not-deleted = Zostało tak, jak było. Niczego nie skasowaliśmy.
deleted = Gotowe. Wszystko skasowane. Dziękujemy za ten czas!
stopped = W porządku. Nie będziemy więcej pisać. Odpowiedzi zostają, dopóki nie wpiszesz /usun. Żeby znów dostawać wiadomości, wpisz /wiadomosci.
stopped-nothing-kept = W porządku. Nie mamy o Tobie żadnych danych.

# Kody
code-how = Wyślij kod, proszę, w ten sposób: /kod ABCD-EFGH
code-wrong = Ten kod nie działa. Może wygasł albo był już użyty. Sprawdź go, proszę, albo poproś o nowy.
code-too-many = Zbyt wiele kodów nie zadziałało. Spróbuj, proszę, za godzinę.
code-staff = Witamy w zespole! Twoja rola: { $role }.
code-contact = Witamy! Od teraz mówisz w imieniu: { $entity }.

# Zespół
staff-home = Dzień dobry, { $label }. Twoja rola: { $role }.
staff-only = To jest tylko dla zespołu programu.
staff-consultations-button = Konsultacje
staff-consultations = Oto wszystkie konsultacje. Którą oglądamy?
staff-no-consultations = Nie ma jeszcze żadnej konsultacji. Wczytaj ją poleceniem: npm run hejnal -- consultation import PLIK.yaml
staff-consultation-label = { $title } ({ $status })
staff-consultation = { $title }: { $status }. Ostatni dzień: { $day }. Dopóki trwa, nikt nie widzi liczb, nawet zespół.
staff-missing = Przed otwarciem brakuje jeszcze:
staff-cannot-open = „{ $title }” nie może się jeszcze zacząć. Brakuje:
staff-open-button = Otwórz teraz
staff-close-button = Zakończ teraz…
staff-sure-to-close = Zakończyć teraz „{ $title }”? Nikt nie będzie już mógł odpowiadać, a rozpoczęte rozmowy zatrzymają się tam, gdzie są.
staff-close-yes = Tak, zakończ
staff-opened = „{ $title }” – otwarte.
staff-closed = „{ $title }” – zakończone. Wyniki: npm run hejnal -- results
status-draft = szkic
status-open = trwa
status-closed = po zakończeniu
status-archived = w archiwum
post-which = Którą konsultację ogłosić? Napisz na przykład:
post-example = /post { $id } – { $title }
post-title = { $title }
post-words = To Wasz głos! Zajmie 3 minuty i nikt nie będzie wiedział, kto co powiedział. Można odpowiadać do { $day }.
post-button = Odpowiadam prywatnie

# Partnerzy
partner-home = Dzień dobry. Mówisz w imieniu: { $entity }.
partner-deadlines-button = Co jest do zrobienia
partner-plan-button = Nasze działania
partner-deadlines = Po terminie i w ciągu najbliższych 30 dni:
partner-nothing-due = W ciągu najbliższych 30 dni nie ma żadnego terminu.
partner-due = • { $day }: { $name } (działanie { $code })
partner-overdue = • Po terminie od { $day }: { $name } (działanie { $code })
partner-plan = Wasze działania:
partner-no-measures = W planie nie ma jeszcze działań dla Was.
partner-measure = • { $code } { $name }: { $state }
measure-delayed = opóźnione
measure-steps = kroki { $done } z { $all } { $bar }
measure-next = następny termin { $day }
measure-was-due = termin był { $day }
measure-planned = zaplanowane
measure-in-progress = w toku
measure-on-hold = wstrzymane
measure-done = zrobione
measure-cancelled = odwołane
measure-carried-over = przeniesione
