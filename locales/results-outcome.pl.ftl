## Co postanowiło miasto, na stronach wyników

results-outcome = Co postanowiło miasto
results-outcome-published = Odpowiedź miasta jest z { $date }.
results-outcome-due = Termin odpowiedzi miasta to { $date }. Jeszcze jej tu nie ma.
results-outcome-below = Jest już odpowiedź miasta. Znajdziesz ją na końcu tej strony.
results-outcome-said = Młodzi mówią:
results-outcome-accepted = Miasto: tak.
results-outcome-partly = Miasto: częściowo.
results-outcome-not-now = Miasto: nie teraz.
results-outcome-measure = W planie miasta nazywa się to:

# Jak daleko to jest

results-outcome-step-planned = To jest w planie i jeszcze się nie zaczyna.
results-outcome-step-started = To się zaczęło.
results-outcome-step-delayed = To potrwa dłużej, niż było w planie.
results-outcome-step-done = To jest gotowe.
results-outcome-step-on-hold = To na razie czeka.
results-outcome-step-cancelled = To jest odwołane.
results-outcome-step-carried-over = To przechodzi do następnego planu.
results-outcome-evidence = Widać to tutaj:

# Licznik

results-counter = Co wynika z głosów młodych
results-counter-themes = Sprawy, o których mówią
results-counter-answered = Z odpowiedzią miasta
results-counter-done = Gotowe
results-counter-days =
    { $days ->
        [one] Połowa odpowiedzi jest w ciągu { $days } dnia po konsultacji.
       *[other] Połowa odpowiedzi jest w ciągu { $days } dni po konsultacji.
    }
