## What the city decided, on the results pages

results-outcome = What the city decided
results-outcome-published = The city answered on { $date }.
results-outcome-due = The city's answer is due on { $date }. There is none here yet.
results-outcome-below = The city has answered. Its answer is at the end of this page.
results-outcome-said = Young people say:
results-outcome-accepted = The city: yes.
results-outcome-partly = The city: partly.
results-outcome-not-now = The city: not now.
results-outcome-measure = In the city's plan this is called:

# How far it is

results-outcome-step-planned = It is planned and has not begun yet.
results-outcome-step-started = It has begun.
results-outcome-step-delayed = It takes longer than planned.
results-outcome-step-done = It is done.
results-outcome-step-on-hold = It is waiting at the moment.
results-outcome-step-cancelled = It has been called off.
results-outcome-step-carried-over = It goes on in the next plan.
results-outcome-evidence = This shows it:

# The counter

results-counter = What comes of young people's voices
results-counter-themes = Things they said
results-counter-answered = With an answer of the city
results-counter-done = Done
results-counter-days =
    { $days ->
        [one] Half of the answers come within { $days } day after a consultation.
       *[other] Half of the answers come within { $days } days after a consultation.
    }
