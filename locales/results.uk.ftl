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
results-at-least =
    { $count ->
        [one] участь: щонайменше { $count } людина
        [few] участь: щонайменше { $count } людини
        [many] участь: щонайменше { $count } людей
       *[other] участь: щонайменше { $count } людини
    }
results-too-few = Взяло участь замало людей. Результати розповідали б про окремих людей, тому ми їх не показуємо.
results-hidden-note = Групи, менші ніж { $threshold }, приховано, щоб нікого не можна було впізнати. Деякі більші числа теж приховано, щоб малі не можна було обчислити. Приховано – це не нуль.
results-hidden = приховано
results-others-hidden = інші відповіді: приховано
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
results-question-hidden = Приховано: відповідей замало або їх можна було б обчислити з інших.
results-mean = Середнє: { $value }
results-median = Половина відповідей – не більше ніж { $value }
results-quartiles = Середня половина відповідей: від { $from } до { $to }
results-points = балів на людину: { $value }
results-quotations = Своїми словами
results-no-groups = Жодної групи не можна показати.
results-by-age_band = Вік
results-by-gender = Стать
results-by-district = Район
problem-results-not-yet = Результати «{ $title }» зʼявляться після завершення консультації ({ $day }). До того часу ніхто не бачить чисел, навіть команда.
