## Результати консультації

results-help = Показує результати консультації, яка завершилася
results-id = ідентифікатор консультації, наприклад safe-way-to-school
results-format = вигляд: table (для читання), json або csv
results-by = також поділ на групи: age_band, gender або district
results-sample = Зразкові дані: ці відповіді вигадані.
results-span = { $from } – { $to }
results-respondents =
    { $count ->
        [one] { $count } людина взяла участь
        [few] { $count } людини взяли участь
        [many] { $count } людей взяли участь
       *[other] { $count } людини взяли участь
    }
results-too-few = У цій консультації менше ніж { $threshold } відповідей, тому результатів не показуємо.
results-hidden-note = Ми не показуємо груп, менших ніж { $threshold }, щоб нікого не можна було впізнати.
results-few = менше ніж { $threshold }
results-others-few = інші відповіді: кожна менше ніж { $threshold }
results-answers =
    { $count ->
        [one] { $count } відповідь
        [few] { $count } відповіді
        [many] { $count } відповідей
       *[other] { $count } відповіді
    }
results-finished = до кінця: { $count }
results-skipped = пропущено: { $count }
results-stopped = зупинилися тут: { $count }
results-question-hidden = Замало відповідей, щоб їх показати.
results-mean = Середнє: { $value }
results-median = Половина відповідей – не більше ніж { $value }
results-quartiles = Середня половина відповідей: від { $from } до { $to }
results-points = балів на людину: { $value }
results-quotations = Своїми словами
results-no-groups = Жодна група не достатньо велика, щоб її показати.
results-by-age_band = Вік
results-by-gender = Стать
results-by-district = Район
problem-results-not-yet = Результати «{ $title }» зʼявляться після завершення консультації ({ $day }). До того часу ніхто не бачить чисел, навіть команда.
