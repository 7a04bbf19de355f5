## The rehearsal: what a span of time would bring.

cli-rehearse = Shows every reminder and escalation that would go out in a span of time if nobody answered; sends nothing
cli-rehearse-from = the first day, YYYY-MM-DD
cli-rehearse-to = the last day, YYYY-MM-DD
cli-rehearse-csv = writes the table to a file for a spreadsheet as well
cli-rehearse-day = "{ $value }" is no day. Write it like 2027-01-31.
problem-rehearse-no-plan = There is no plan yet. Bring one in: npm run hejnal -- plan import FILE
problem-rehearse-backwards = The last day ({ $to }) is before the first ({ $from }). Swap them.
rehearse-nobody = (nobody can be reached)
rehearse-up = no answer, next in line: { $who }
rehearse-day = on the day
rehearse-before = { $days ->
        [one] { $days } day before
       *[other] { $days } days before
    }
rehearse-after = { $days ->
        [one] { $days } day late
       *[other] { $days } days late
    }
rehearse-digest = in the message of the day
rehearse-alone = a message of its own
rehearse-why-nobody = not sent: nobody can be reached
rehearse-why-over = not sent: it is over
rehearse-why-newer = not sent: a newer reminder says it
rehearse-why-quiet-hours = held at { $time } until quiet hours end
rehearse-summary = { $messages ->
        [one] { $from } to { $to }: { $messages } message. Not sent: { $left }. Nothing has left.
       *[other] { $from } to { $to }: { $messages } messages. Not sent: { $left }. Nothing has left.
    }
rehearse-written = The table: { $file }
