## Wyniki dla wszystkich

results-page-list = Wyniki
results-page-list-about = Co mówią młodzi ludzie i ilu ich jest. Publikujemy to raz, po zakończeniu każdej konsultacji.
results-page-none = Nie ma jeszcze opublikowanych wyników. Pojawiają się po zakończeniu konsultacji.
results-page-see = Zobacz wyniki
results-page-easy = Prostymi słowami
results-page-all = Wszystkie wyniki
results-page-title = Wyniki: { $title }
results-page-questions = Pytanie po pytaniu

# Jedno pytanie

results-page-finding-all =
    { $count ->
        [one] Najczęściej: { $answers } ({ $share }).
       *[other] Najczęściej, po { $share }: { $answers }.
    }
results-page-finding-shown =
    { $count ->
        [one] Z pokazanych odpowiedzi najczęstsza: { $answers } ({ $share }).
       *[other] Z pokazanych odpowiedzi najczęstsze, po { $share }: { $answers }.
    }
results-page-finding-pairs =
    { $count ->
        [one] Najczęściej ważniejsze: { $answers }, w { $share } porównań.
       *[other] Najczęściej ważniejsze, każde w { $share } porównań: { $answers }.
    }
results-page-finding-words = Na to pytanie odpowiada się własnymi słowami.
results-page-finding-none = Żadnej z odpowiedzi nie można pokazać.
results-page-chart = Wykres. { $finding } Liczby są w tabeli poniżej.
results-page-value = { $share } ({ $count })
results-page-as-table = Pokaż jako tabelę
results-page-by = Pokaż w grupach: { $by }
results-page-column-answer = Odpowiedź
results-page-column-people = Osoby
results-page-column-share = Udział
results-page-column-points = Punkty na osobę
results-page-groups-hidden = Grupa, której tu nie ma, jest ukryta: osób jest za mało albo dałoby się je obliczyć z innych.

# Jak liczymy

results-page-method = Jak to policzono
results-page-method-once = Każda osoba liczy się raz. Do końca można było zmieniać odpowiedzi; liczy się ostatnia.
results-page-method-self = Udział był dobrowolny. To nie jest próba losowa: wyniki mówią, co myślą te osoby, a nie wszyscy młodzi ludzie.
results-page-method-share = Udziały liczymy wśród osób, które odpowiedziały na pytanie. Pominięcia się do nich nie wliczają. Gdy można wybrać kilka odpowiedzi, suma przekracza 100%.
results-page-method-threshold = Żadnej liczby mniejszej niż { $threshold } nie pokazujemy w żadnej grupie, nawet zera. Zamiast niej jest słowo „ukryte”.
results-page-method-told = O wiek, płeć i dzielnicę pytamy na końcu. Nie trzeba ich podawać.

# Dane

results-page-data = Otwarte dane
results-page-data-about = Te same liczby dla arkuszy i programów. Opis danych wyjaśnia każdą kolumnę.
results-page-codebook = Opis danych
results-page-licence = Można ich używać do wszystkiego, podając źródło. Licencja:
results-page-api = Interfejs dla programów (OpenAPI)

## Prostymi słowami

results-easy-ten = Liczymy dziesiątkami. „3 na 10 osób” znaczy: z każdych dziesięciu osób, które odpowiedziały, mniej więcej trzy tak mówią.
results-easy-hidden = Niektóre liczby są ukryte. Dzięki temu nikt się nie dowie, kto co powiedział.
results-easy-next = Do { $date } miasto powie, co z tym zrobi.
results-easy-share = { $answer }: { $count } na { $of } osób
results-easy-pairs = { $answer }: wybierane { $count } na { $of } razy
results-easy-hardly = { $answer }: prawie nikt
results-easy-kept = { $answer }: ukryte
results-easy-people =
    { $count ->
        [one] { $answer }: { $count } osoba
        [few] { $answer }: { $count } osoby
        [many] { $answer }: { $count } osób
       *[other] { $answer }: { $count } osoby
    }
results-easy-too-few = Tego nie można pokazać: odpowiedzi jest za mało albo dałoby się zgadnąć, czyje są.
results-easy-full = Wszystkie liczby i tabele

## Publikowanie wyników w wierszu poleceń

results-publish-help = Publikuje wyniki zakończonej konsultacji: raz i dla wszystkich
results-published = Opublikowane: { $url }
results-published-already = Już opublikowane, bez zmian: { $url }

## Opis otwartych danych

results-data-licence = Licencja tych danych: { $licence }, { $url }
results-data-column-consultation = Identyfikator konsultacji.
results-data-column-question = Identyfikator pytania; puste, gdy wiersz dotyczy całej konsultacji.
results-data-column-kind = Rodzaj pytania: single (jedna odpowiedź), several (kilka), scale (skala), number (liczba), text (własne słowa), ranking, pairwise (co z dwojga ważniejsze), district (dzielnica).
results-data-column-text_label = Treść pytania albo uwagi w języku, który wskazuje nazwa kolumny.
results-data-column-by = Podział, do którego należy wiersz: age_band (wiek), gender (płeć), district (dzielnica); puste, gdy chodzi o wszystkich.
results-data-column-group = Identyfikator grupy wieku, płci albo dzielnicy; puste, gdy chodzi o wszystkich.
results-data-column-group_label = Nazwa grupy w języku, który wskazuje nazwa kolumny.
results-data-column-figure = O czym mówi wiersz; każdą wartość wyjaśniono niżej.
results-data-column-line = Identyfikator odpowiedzi, stopnia skali, przedziału liczb albo dzielnicy.
results-data-column-line_label = Nazwa odpowiedzi w języku, który wskazuje nazwa kolumny.
results-data-column-value = Sama liczba; puste, gdy jest ukryta.
results-data-column-share = Udział wśród osób, które odpowiedziały na pytanie (przy pairwise: wśród porównań), z dokładnością do dwóch miejsc; puste, gdy opiera się na czymś ukrytym.
results-data-column-is_suppressed = 1: ukryte, żeby nikogo nie dało się rozpoznać, co nie znaczy zero. 0: pokazane. Puste: to nie jest liczba osób.
results-data-column-is_sample = 1: te odpowiedzi są zmyślone i pokazują, jak to działa.
results-data-figure-respondents = Osoby, które odpowiedziały na co najmniej jedno pytanie albo je pominęły.
results-data-figure-finished = Osoby, które doszły do końca.
results-data-figure-answered = Osoby, które odpowiedziały na to pytanie.
results-data-figure-skipped = Osoby, które pominęły to pytanie.
results-data-figure-stopped = Osoby, które doszły do tego pytania i nie poszły dalej.
results-data-figure-people = Osoby, które wybrały tę odpowiedź.
results-data-figure-points = W rankingu: punkty na osobę, która odpowiedziała; pierwsze miejsce daje tyle punktów, ile jest miejsc.
results-data-figure-mean = Średnia skali.
results-data-figure-lower_quartile = Ćwierć liczb to najwyżej tyle.
results-data-figure-median = Połowa liczb to najwyżej tyle.
results-data-figure-upper_quartile = Trzy czwarte liczb to najwyżej tyle.
results-data-figure-quotation = Czyjeś słowa, które moderacja dopuściła do publikacji.
results-data-figure-note = Co trzeba wiedzieć o całości.
