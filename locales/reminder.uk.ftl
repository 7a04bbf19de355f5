## What partners are reminded of, and those above them when nobody answers.

deadline-milestone = { $name }
deadline-recurrence = { $name }
deadline-reading = значення показника «{ $name }» за { $period }
deadline-report = { $name }
deadline-outcome = відповідь міста після консультації «{ $name }»
period-quarter = { $quarter } квартал { $year } року
period-month = { $month }.{ $year }
period-year = { $year } рік
reminder-due = 📅 Термін { $day }: { $what }
reminder-due-now = ⏰ Час спливає { $day }: { $what }
reminder-overdue = ⏳ Термін минув { $day }: { $what }
reminder-measure = Захід { $code }: { $name }
reminder-nobody-reached = Повідомлення надходить сюди, бо в установі «{ $entity }» зараз ніхто не отримує нагадувань.
reminder-how = Досить одного дотику:
answer-on_track = Усе гаразд, встигаємо
answer-under-way = Працюємо над цим
answer-done = Зроблено
answer-more_time = Потрібно більше часу
answer-blocked = Щось заважає
answer-not_ours = Це не наше
answer-noted = Відомо, займаюся цим
answer-look = Показати подробиці
digest-lead = { $count ->
        [one] 📋 На сьогодні { $count } справа:
        [few] 📋 На сьогодні { $count } справи:
        [many] 📋 На сьогодні { $count } справ:
       *[other] 📋 На сьогодні { $count } справи:
    }
digest-due = { $n }. До { $day }: { $what }
digest-overdue = { $n }. Прострочено з { $day }: { $what }
digest-due-of = { $n }. До { $day }: { $what } ({ $entity })
digest-overdue-of = { $n }. Прострочено з { $day }: { $what } ({ $entity })
digest-escalation = { $n }. Без відповіді, термін { $day }: { $what } ({ $entity })
digest-more = { $count ->
        [one] … і ще { $count } справа. Усе покаже /deadlines.
        [few] … і ще { $count } справи. Усе покаже /deadlines.
        [many] … і ще { $count } справ. Усе покаже /deadlines.
       *[other] … і ще { $count } справи. Усе покаже /deadlines.
    }
digest-how = Яку відкрити?
digest-button = { $n }. { $name }
escalation-lead = ⚠️ Без відповіді: { $what }. Термін { $day }. Відповідає: { $entity }.
escalation-asked-once = Уже запитано: { $who }, { $last }.
escalation-asked = { $count ->
        [one] Уже запитано: { $who }, { $last }.
        [few] Уже запитано: { $who }, { $count } рази, з { $first } до { $last }.
        [many] Уже запитано: { $who }, { $count } разів, з { $first } до { $last }.
       *[other] Уже запитано: { $who }, { $count } раза, з { $first } до { $last }.
    }
escalation-how = Один дотик зупиняє подальші сповіщення:
addressee-contact = контактна особа
addressee-second = друга контактна особа
addressee-superior = керівництво установи
addressee-coordinator = координація програми
addressee-plenipotentiary = повноважна особа з питань програми
