## Every page

web-name = Hejnał
web-skip = Przejdź do treści
web-languages = Język
web-to-start = Wróć na początek
web-help = Pomoc
web-exit = Wyjdź
web-exit-about = Szybkie wyjście: czyści ekran i otwiera inną stronę
web-privacy = Prywatność

## The chat

web-chat-title = Czat miasta
web-chat-log = Rozmowa
web-chat-answers = Odpowiedzi do wyboru
web-chat-you = Ty
web-chat-field = Napisz wiadomość
web-chat-field-answer = Napisz odpowiedź
web-chat-field-short = Napisz…
web-chat-send = Wyślij
web-chat-confirm = Gotowe
web-chat-picked = Wybrane
web-chat-progress = Krok { $step } z { $of }
web-chat-max-chars =
    { $max ->
        [one] Najwyżej { $max } znak.
        [few] Najwyżej { $max } znaki.
        [many] Najwyżej { $max } znaków.
       *[other] Najwyżej { $max } znaku.
    }
web-chat-max-picks =
    { $max ->
        [one] Możesz zaznaczyć { $max } odpowiedź.
        [few] Możesz zaznaczyć najwyżej { $max } odpowiedzi.
        [many] Możesz zaznaczyć najwyżej { $max } odpowiedzi.
       *[other] Możesz zaznaczyć najwyżej { $max } odpowiedzi.
    }
web-chat-file = Pobierz plik { $name }
web-chat-attach = Plik (najwyżej 10 MB)
web-chat-sending = Wysyłam…
web-chat-retrying = Brak połączenia. Próbuję wysłać jeszcze raz…
web-chat-unsent = Nie udało się wysłać. Twoja odpowiedź czeka tylko na tej stronie.
web-chat-again = Wyślij jeszcze raz

## The front page

web-front-title = Powiedz miastu, co zmienić
web-front-lead = Krótkie pytania, bez podawania imienia. A potem mówimy, co z nich wynikło.
web-front-open = O co teraz pytamy
web-front-closes = Ostatni dzień: { $date }
web-front-start = Zaczynam
web-front-nothing = Teraz o nic nie pytamy. Wróć tu za jakiś czas albo zobacz, co jest w czacie.
web-front-chat = Otwórz czat

## The class code

web-class-title = Mam kod z lekcji
web-class-about = Wpisz kod, który widzisz na tablicy. Nie trzeba zakładać konta.
web-class-label = Kod
web-class-enter = Wchodzę
web-class-wrong = Ten kod nie działa. Sprawdź, czy każda litera się zgadza.
web-class-new = Jeśli tak, to zabrakło miejsc albo kod wygasł. Poproś w klasie o nowy.
web-class-private = Każda osoba przy tym komputerze wpisuje kod od nowa. Nikt nie zobaczy Twoich odpowiedzi.
web-join-title = Mam kod
web-join-about = Kodem z zaproszenia wchodzi się do rozmowy z miastem. Kod z komunikatora łączy oba miejsca. Każdy działa raz.
web-join-label = Kod
web-join-enter = Wchodzę
web-join-own = Wejdź na swoim komputerze albo telefonie: to on będzie rozpoznawany następnym razem.

## Help

web-help-title = Potrzebujesz rozmowy?
web-help-about = Te numery są bezpłatne. Odbierze człowiek.

## The way out

web-exit-practice = Tu otworzyłaby się inna strona
web-exit-practice-about = To jest wersja na próbę. W prawdziwym czacie ten przycisk czyści ekran i prowadzi na neutralną stronę.
web-exit-back = Wróć do czatu

## When something does not work

web-refusal-400 = Ta strona jest już nieaktualna
web-refusal-400-cure = Otwórz czat jeszcze raz. Jeśli to wraca, włącz w przeglądarce pliki cookie: dzięki nim wiemy, które pytanie pokazać.
web-refusal-403 = Ta wiadomość przyszła z innej strony
web-refusal-403-cure = Otwórz czat bezpośrednio, a potem spróbuj ponownie.
web-refusal-404 = Nie ma takiej strony
web-refusal-404-cure = Adres mógł się zmienić albo wkradła się literówka.
web-refusal-413 = To za długa wiadomość
web-refusal-413-cure = Napisz, proszę, krócej.
web-refusal-413-file = Ten plik się nie mieści
web-refusal-413-file-cure = Plik może mieć najwyżej 10 MB i przydaje się tylko tam, gdzie czat o niego prosi.
web-refusal-429 = Za dużo naraz
web-refusal-429-cure = Poczekaj chwilę i spróbuj ponownie. Nic nie przepadło.
web-refusal-500 = Coś poszło nie tak po naszej stronie
web-refusal-500-cure = Spróbuj za chwilę. Odpowiedzi wysłane wcześniej są zapisane.

## The embedded run

web-try-title = Jedno miasto, trzy miejsca
web-try-lead = Odpowiedz jako młoda osoba, przesuń zegar i zobacz, co widzą partner i administracja.
web-try-clock = Zegar na próbę
web-try-hour = + 1 godzina
web-try-day = + 1 dzień
web-try-week = + 1 tydzień
web-try-to-opening = Do otwarcia: { $title }
web-try-to-closing = Do zakończenia: { $title }
web-try-to-reminder = Do przypomnienia: { $title }
web-try-youth = Młodzież
web-try-youth-about = Odpowiada na konsultacje. Pomiń pytanie, wróć, zmień język.
web-try-partner = Partner
web-try-partner-about = Odpowiada za działania z planu miasta.
web-try-admin = Administracja
web-try-admin-about = Otwiera konsultacje i pilnuje planu.
web-try-frame = Czat: { $seat }
web-try-fiction = Miasto, osoby i plan są zmyślone. Wszystko zostaje na tym komputerze.
web-try-health = Stan usługi
