## What partners are reminded of, and those above them when nobody answers.

deadline-milestone = { $name }
deadline-recurrence = { $name }
deadline-reading = the value of “{ $name }” for { $period }
deadline-report = { $name }
deadline-outcome = the city’s answer to the consultation “{ $name }”
period-quarter = quarter { $quarter } of { $year }
period-month = { $month }/{ $year }
period-year = the year { $year }
reminder-due = 📅 Due on { $day }: { $what }
reminder-due-now = ⏰ Time is up on { $day }: { $what }
reminder-overdue = ⏳ Was due on { $day }: { $what }
reminder-measure = Measure { $code }: { $name }
reminder-nobody-reached = This comes to you because nobody at “{ $entity }” can be reached by reminders now.
reminder-how = One tap is enough:
answer-on_track = On track
answer-under-way = We are working on it
answer-done = Done
answer-more_time = We need more time
answer-blocked = Something blocks us
answer-not_ours = Not ours
answer-noted = Noted, I see to it
answer-look = Show the details
digest-lead = { $count ->
        [one] 📋 One thing today:
       *[other] 📋 { $count } things today:
    }
digest-due = { $n }. By { $day }: { $what }
digest-overdue = { $n }. Overdue since { $day }: { $what }
digest-due-of = { $n }. By { $day }: { $what } ({ $entity })
digest-overdue-of = { $n }. Overdue since { $day }: { $what } ({ $entity })
digest-escalation = { $n }. No answer, was due on { $day }: { $what } ({ $entity })
digest-more = { $count ->
        [one] … and { $count } more. /deadlines shows everything.
       *[other] … and { $count } more. /deadlines shows everything.
    }
digest-how = Which one shall I open?
digest-button = { $n }. { $name }
escalation-lead = ⚠️ No answer: { $what }. Due on { $day }. Responsible: { $entity }.
escalation-asked-once = Already asked: { $who }, on { $last }.
escalation-asked = { $count ->
        [one] Already asked: { $who }, on { $last }.
       *[other] Already asked: { $who }, { $count } times from { $first } to { $last }.
    }
escalation-how = One tap stops further notices:
addressee-contact = the contact
addressee-second = the second contact
addressee-superior = the superior
addressee-coordinator = the programme’s coordinators
addressee-plenipotentiary = the plenipotentiary
