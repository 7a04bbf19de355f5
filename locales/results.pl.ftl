## Wyniki konsultacji

results-help = Pokazuje wyniki konsultacji, która się zakończyła
results-id = identyfikator konsultacji, na przykład safe-way-to-school
results-format = postać: table (do czytania), json albo csv
results-by = dodatkowo podział na grupy: age_band, gender albo district
results-sample = Dane przykładowe: te odpowiedzi są zmyślone.
results-span = { $from } – { $to }
results-respondents =
    { $count ->
        [one] { $count } osoba wzięła udział
        [few] { $count } osoby wzięły udział
        [many] { $count } osób wzięło udział
       *[other] { $count } osoby wzięło udział
    }
results-too-few = W tej konsultacji jest mniej odpowiedzi niż { $threshold }. Dlatego nie pokazujemy wyników.
results-hidden-note = Nie pokazujemy grup mniejszych niż { $threshold }, żeby nikogo nie dało się rozpoznać.
results-few = mniej niż { $threshold }
results-others-few = pozostałe odpowiedzi: każda mniej niż { $threshold }
results-answers =
    { $count ->
        [one] { $count } odpowiedź
        [few] { $count } odpowiedzi
        [many] { $count } odpowiedzi
       *[other] { $count } odpowiedzi
    }
results-finished = do końca: { $count }
results-skipped = pominięte: { $count }
results-stopped = przerwane tutaj: { $count }
results-question-hidden = Za mało odpowiedzi, żeby je pokazać.
results-mean = Średnia: { $value }
results-median = Połowa odpowiedzi to najwyżej { $value }
results-quartiles = Środkowa połowa odpowiedzi: od { $from } do { $to }
results-points = punkty na osobę: { $value }
results-quotations = Własnymi słowami
results-no-groups = Żadna grupa nie jest dość duża, żeby ją pokazać.
results-by-age_band = Wiek
results-by-gender = Płeć
results-by-district = Dzielnica
problem-results-not-yet = Wyniki „{ $title }” będą po zakończeniu konsultacji ({ $day }). Do tego czasu nikt nie widzi liczb, nawet zespół.
