## Answers to reminders, requests for changes, readings of indicators.

due-not-yours = This belongs to another entity, so it cannot be answered here.
due-one = 📌 Due on { $day }: { $what }
due-entity = Responsible: { $entity }
due-waiting-date = ⏳ A request for a new date is waiting: { $to }.
due-waiting-entity = ⏳ A request to hand it over is waiting: { $to }.
due-on-track = Thank you! Noted: “{ $what }” will be on time, by { $day }.
due-done = ✅ Done: { $what }. There will be no more reminders about it.
due-evidence-ask = What shows it? A photo, a document, a link or a few words.
due-evidence-more = Anything else? Another file, a link or a few words.
due-evidence-how = Something that shows “{ $what }” is done: a photo, a document, a link or a few words.
due-evidence-kept = 📎 Kept.
due-evidence-skip = Nothing to add
due-evidence-enough = That is all
due-evidence-thanks = Thank you, that is all.
due-undo = That was a mistake
due-undone = Taken back. It is open again.
due-done-on = This is done already ({ $day }): { $what }. Nothing changes.
due-done-before = This is done already: { $what }. Nothing changes.
due-dropped = This is no longer in the plan: { $what }. Nothing changes.
due-moved = This date has changed. It is now { $day }.
due-date-ask = It is due on { $day }. Which day would be realistic?
due-date-how = A date can be typed too, like 15.03.
due-date-label = { $day }
due-date-unread = This date could not be read. For example: 15.03 or 2027-03-15.
due-date-past = This day has gone by. A day to come is needed.
due-date-earlier = This day is before the present date ({ $day }).
due-reason-ask = New date: { $day }. Why is more time needed? Choose or write.
due-reason-waiting = We wait for somebody else
due-reason-people = Too few people
due-reason-money = Too little money
due-reason-purchase = A purchase takes longer
due-too-long = That is too long. { $max } characters fit.
due-drop = Back
due-asked-date = 📨 Request sent: “{ $what }”, { $to } instead of { $from }.
due-asked-next = The programme’s coordinators will answer. Until then everything stays as it was.
due-blocker-ask = Who or what is in the way? Choose an entity or type its name or abbreviation.
due-blocker-outside = Somebody outside
due-owner-ask = Whose is it? Choose an entity or type its name or abbreviation.
due-owner-unknown = I do not know
due-others = More
due-who-unread = There is no such entity in the plan. Please choose from the list.
due-note-ask = What is missing from { $who }? One sentence is enough.
due-note-skip = No comment
due-somebody = somebody else
due-somebody-outside = somebody outside
due-blocked-by = 🚧 Noted: “{ $what }” waits for { $who }. They are being told.
due-blocked-outside = 🚧 Noted: “{ $what }” waits for somebody outside. The coordinators can see it.
due-handed = 📨 Request sent: “{ $what }” would go to { $who }.
due-handed-unknown = 📨 Noted: “{ $what }” is not yours. The coordinators will find out whose it is.
due-noted = Noted. There will be no more notices about this date: { $what }.
due-resume = Back to where I was
due-elsewhere = This is with { $entity } now: { $what }. Nothing changes.
due-evidence-add = Add evidence
due-other-day = It was another day
due-done-when = On which day? A date can be typed too, like 15.03.
due-yesterday = Yesterday
due-done-later = That day is still to come. On which day was it done?
due-done-kept = Noted: done on { $day }.
due-date-week = A week later: { $day }
due-date-two-weeks = Two weeks later: { $day }
due-date-month = A month later: { $day }
due-date-quarter = End of the quarter: { $day }
due-date-waiting = { $to } is waiting for a decision. A new request takes its place.
due-date-far = That is more than two years later. Please choose a nearer day.
due-reason-how = A few words will do, { $max } characters at most.
due-moved-now = ✅ The new date is { $to }: { $what }. { $entity } hears of it.
due-handed-now = ✅ Handed over: { $who } now has “{ $what }”. Both sides get a message.
answer-hand-over = Hand it to somebody else
answer-move = Another date
blocker-lead = 🚧 { $who } waits for you: { $what }. Due on { $day }.
blocker-note = Missing: { $note }
blocker-yes = We are on it
blocker-no = It does not depend on us
blocker-coming = Thank you! { $who } hears that you are on it.
blocker-not-us = Noted. { $who } hears that it does not depend on you.
blocked-coming = 🙌 { $who } writes: we are on it. ({ $what })
blocked-not-theirs = { $who } writes: it does not depend on us. ({ $what })
blocked-line-note = • { $what } ({ $entity }), by { $day } – waits for { $by }. Missing: { $note }
blocked-line = • { $what } ({ $entity }), by { $day } – waits for { $by }
blocked-list = 🚧 Waiting for somebody else ({ $count }):
change-asks-date = 📨 { $entity } asks for a new date: { $what }. From { $from } to { $to }.
change-asks-entity = 📨 { $entity } says it is not theirs: { $what }. It would go to: { $to }.
change-asks-unknown = 📨 { $entity } says it is not theirs and does not know whose: { $what }.
change-reason = Reason: { $reason }
change-yes = Approve
change-no = Not now
change-approved = ✅ Approved: { $what }. Was { $from }, is now { $to }.
change-refused = No change: { $what }. It stays { $from }.
change-told = Everybody concerned is being told.
change-is-approved = ✅ The coordinators approve: { $what }. Was { $from }, is now { $to }.
change-is-refused = The coordinators change nothing: { $what }. It stays { $from }.
change-was-approved = This has been decided: approved, { $to }. { $who }, { $day }. ({ $what })
change-was-refused = This has been decided: it stays { $from }. { $who }, { $day }. ({ $what })
change-moot = This request is out of date: { $what }. Nothing changes.
change-own = Somebody else decides about what your own entity asks for.
change-choose = I choose who gets it
change-replaced = A newer request has taken the place of the earlier one: { $what }.
change-given = 📌 This is yours from now on: { $what }. Due on { $day }.
overdue-none = Nothing in the plan is overdue. 🎉
overdue-lead = { $count ->
        [one] Overdue in the whole plan: { $count } thing.
       *[other] Overdue in the whole plan: { $count } things.
    }
overdue-answered = • Since { $day }: { $what } ({ $entity }) – answer: { $answer }
overdue-asked = • Since { $day }: { $what } ({ $entity }) – no answer. Asked: { $asked }.
overdue-who = { $who } on { $on }
overdue-unasked = • Since { $day }: { $what } ({ $entity }) – not asked yet
deadlines-more = More
partner-due-plain = • { $day }: { $name }
partner-overdue-plain = • Overdue since { $day }: { $name }
partner-report-button = Report an indicator
partner-home-overdue = { $count ->
        [one] ⏳ Overdue: { $count } thing.
       *[other] ⏳ Overdue: { $count } things.
    }
staff-home-changes = { $count ->
        [one] 📨 { $count } request waits for a decision.
       *[other] 📨 { $count } requests wait for a decision.
    }
staff-home-overdue = { $count ->
        [one] ⏳ Overdue in the plan: { $count } thing.
       *[other] ⏳ Overdue in the plan: { $count } things.
    }
command-report = reports the value of an indicator
command-name-report = report
report-none = Your entity reports no indicators.
report-nothing = Every indicator has been reported. Thank you!
report-which = Which indicator?
report-period = { $name }: for which period?
report-value = 📊 { $name }, { $period }. What is the value ({ $unit })?
report-previous = Before ({ $period }): { $value } { $unit }
report-unread = This does not look like a number. For example: 1250 or 12.5. When there is none: “I do not know”.
report-not-measured = Not measured
report-sure = { $name }, { $period }: { $value } { $unit }. Is that right?
report-yes = Yes, that is right
report-no = Correct it
report-kept = ✅ Kept: { $name }, { $period }: { $value } { $unit }.
report-missing = Kept: { $name }, { $period } – not measured. That does not mean zero.
report-known = { $name }, { $period }: this value is there already.
report-another = Another indicator
report-why = { $name }, { $period }: why is there no value? Choose or write a few words.
report-why-later = It is measured later
report-why-data = Others have not sent their data
