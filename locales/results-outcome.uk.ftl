## Що вирішило місто, на сторінках результатів

results-outcome = Що вирішило місто
results-outcome-published = Відповідь міста – від { $date }.
results-outcome-due = Термін відповіді міста – { $date }. Її тут іще немає.
results-outcome-below = Місто вже відповіло. Його відповідь – у кінці цієї сторінки.
results-outcome-said = Молодь каже:
results-outcome-accepted = Місто: так.
results-outcome-partly = Місто: частково.
results-outcome-not-now = Місто: не зараз.
results-outcome-measure = У плані міста це називається:

# Як далеко це зайшло

results-outcome-step-planned = Це заплановано і ще не почалося.
results-outcome-step-started = Це почалося.
results-outcome-step-delayed = Це триває довше, ніж було в плані.
results-outcome-step-done = Це готово.
results-outcome-step-on-hold = Це поки що чекає.
results-outcome-step-cancelled = Це скасовано.
results-outcome-step-carried-over = Це переходить до наступного плану.
results-outcome-evidence = Це видно тут:

# Лічильник

results-counter = Що виходить із голосів молоді
results-counter-themes = Справи, про які говорить молодь
results-counter-answered = З відповіддю міста
results-counter-done = Готово
results-counter-days =
    { $days ->
        [one] Половина відповідей приходить за { $days } день після консультації.
        [few] Половина відповідей приходить за { $days } дні після консультації.
        [many] Половина відповідей приходить за { $days } днів після консультації.
       *[other] Половина відповідей приходить за { $days } дня після консультації.
    }
