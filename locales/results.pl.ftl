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
results-at-least =
    { $count ->
        [one] udział: co najmniej { $count } osoba
        [few] udział: co najmniej { $count } osoby
        [many] udział: co najmniej { $count } osób
       *[other] udział: co najmniej { $count } osoby
    }
results-too-few = Wzięło udział za mało osób. Wyniki mówiłyby o pojedynczych osobach, dlatego ich nie pokazujemy.
results-hidden-note = Grupy mniejsze niż { $threshold } są ukryte, żeby nikogo nie dało się rozpoznać. Niektóre większe liczby też są ukryte, żeby małych nie dało się obliczyć. Ukryte nie znaczy zero.
results-hidden = ukryte
results-others-hidden = pozostałe odpowiedzi: ukryte
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
results-question-hidden = Ukryte: odpowiedzi jest za mało albo dałoby się je obliczyć z innych.
results-mean = Średnia: { $value }
results-median = Połowa odpowiedzi to najwyżej { $value }
results-quartiles = Środkowa połowa odpowiedzi: od { $from } do { $to }
results-points = punkty na osobę: { $value }
results-quotations = Własnymi słowami
results-no-groups = Żadnej grupy nie można pokazać.
results-by-age_band = Wiek
results-by-gender = Płeć
results-by-district = Dzielnica
problem-results-not-yet = Wyniki „{ $title }” będą po zakończeniu konsultacji ({ $day }). Do tego czasu nikt nie widzi liczb, nawet zespół.
