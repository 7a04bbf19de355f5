## The results of a consultation

results-help = Shows the results of a consultation that has ended
results-id = the consultation's id, for example safe-way-to-school
results-format = form: table (to read), json or csv
results-by = break down by group as well: age_band, gender or district
results-sample = Sample data: these answers are made up.
results-span = { $from } – { $to }
results-respondents =
    { $count ->
        [one] { $count } person took part
       *[other] { $count } people took part
    }
results-at-least =
    { $count ->
        [one] at least { $count } person took part
       *[other] at least { $count } people took part
    }
results-too-few = Too few people took part to show results without telling about single persons.
results-hidden-note = Groups of fewer than { $threshold } are hidden, so that nobody can be recognised. Some larger numbers are hidden too, so that the small ones cannot be worked out. Hidden does not mean zero.
results-hidden = hidden
results-others-hidden = other answers: hidden
results-answers =
    { $count ->
        [one] { $count } answer
       *[other] { $count } answers
    }
results-finished = to the end: { $count }
results-skipped = skipped: { $count }
results-stopped = stopped here: { $count }
results-question-hidden = Hidden: too few answers, or an answer could be worked out from others.
results-mean = Mean: { $value }
results-median = Half of the answers are at most { $value }
results-quartiles = The middle half of the answers: from { $from } to { $to }
results-points = points per person: { $value }
results-quotations = In their own words
results-no-groups = No group can be shown.
results-by-age_band = Age
results-by-gender = Gender
results-by-district = District
problem-results-not-yet = The results of "{ $title }" come after it has ended ({ $day }). Until then nobody sees numbers, not even the team.
