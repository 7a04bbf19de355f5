## Announcements: whom they are for, what is refused, and the command line.

# Channels
channel-telegram = Telegram
channel-discord = Discord
channel-web = web chat

# Whom it is for
audience-youth = young people
audience-contact = first contacts of entities
audience-second = second contacts of entities
audience-superior = superiors of contacts
audience-administrator = administrators
audience-coordinator = coordinators
audience-moderator = moderators
audience-safeguarding_officer = safeguarding officers
audience-auditor = auditors
audience-places = groups and server channels that carry announcements
audience-entities = only those who speak for: { $list }
audience-languages = only those who read: { $list }
audience-channels = only where they write: { $list }
audience-districts = only young people from: { $list }
audience-ages = only young people aged: { $list }
audience-consultation = only young people who in the consultation { $id } are: { $states }
audience-state-invited = invited
audience-state-started = in the middle
audience-state-finished = done
audience-consent-announcements = who want messages from the city
audience-consent-outcomes = who want to know what came of a consultation
audience-consent-participation = who agreed to take part
audience-except = but not: { $whom }
audience-nobody = nobody
audience-list = { $first }, { $rest }
audience-name = { $name }

# What is refused
problem-announcement-unknown = There is no announcement "{ $id }". See: npm run hejnal -- announcement list
problem-announcement-begun = "{ $id }" has begun and cannot be changed any more. Write a new one under another id.
problem-announcement-without-polish = The Polish text is missing. Write it: the other languages fall back to it.
problem-announcement-nobody-asked = Nobody is named who would get it. Name a group of people, or places.
problem-announcement-late-without-end = Whoever joins later can only get it as long as it is valid. Say until when (not_after).
problem-announcement-times = It would be over before it begins. Correct one of the two times.
problem-announcement-not-draft = "{ $id }" is no draft any more. Look at it again.
problem-announcement-needs-second = Young people would read it, so somebody else than its writer approves it. Please ask a second person.
problem-announcement-too-few = So few young people would get it that somebody could be recognised. Choose a larger audience.
problem-announcement-nobody = Nobody would get it. Look at the preview to see why.
problem-announcement-too-late = The time until which "{ $id }" was of use is over. Write a new one.
problem-announcement-not-sending = "{ $id }" is not going out now, so there is nothing to pause.
problem-announcement-not-paused = "{ $id }" is not paused, so it cannot go on.
problem-announcement-over = "{ $id }" is over already. Nothing has changed.
problem-announcement-nothing-failed = Nothing of "{ $id }" failed that could be tried again.
problem-file-unwritable = The file { $file } cannot be written ({ $reason }). Choose another place.

# The command line
cli-announce = Brings in an announcement from a file, as a draft, and shows what it would do
cli-announce-file = a YAML file with an announcement (see docs/announcement-files.md)
cli-announcement = Announcements: looking at them, approving, pausing, and what became of them
cli-announcement-id = the announcement's id, for example summer-in-the-park
cli-announcement-list = Shows all announcements
cli-announcement-show = Shows one announcement and how far it is
cli-announcement-watch = shows it again every two seconds until it is over
cli-announcement-preview = Counts who would get it and shows how it looks
cli-announcement-approve = Lets it go out, at once or at its time; where young people read it, this takes another person than the writer
cli-announcement-pause = Stops it after the message that is leaving
cli-announcement-resume = Goes on after a pause
cli-announcement-cancel = Ends it for good: what has not left never will
cli-announcement-retry = Tries again what failed
cli-announcement-export = Writes down what became of each message, without addresses
cli-announcement-csv = writes into this file instead of the terminal
cli-announcement-none = There is no announcement yet. Bring in the first one: npm run hejnal -- announce file.yaml
cli-announcement-kept = Kept as a draft: { $id }. To let it go out: npm run hejnal -- announcement approve { $id }
cli-announcement-trial = This was a trial: nothing was written.
cli-announcement-refused = Nothing was written. Correct the errors and try again.
cli-announcement-for = For:
cli-announcement-too-few = So few young people would get it that somebody could be recognised: nothing is counted, and it cannot be approved.
cli-announcement-total =
    { $count ->
        [one] { $count } recipient
       *[other] { $count } recipients
    }
cli-announcement-left-out = Left out:
cli-left-out-stopped = said /stop
cli-left-out-no-consent = have not agreed to be written to
cli-left-out-blocked = their channel lets nothing through any more
cli-left-out-no-address = not to be reached in these channels
cli-left-out-budget = have had enough messages this week
cli-announcement-language-missing = Not written in: { $languages }. These people get it in Polish.
cli-announcement-too-long = { $language }: { $characters } characters are too many for one message in: { $channels }.
cli-announcement-duration = Takes about { $duration } at the pace of the platforms.
cli-announcement-sample = How it looks in { $language }:
cli-announcement-picture = [picture: { $alt }]
cli-announcement-approved = Approved: { $id }. It begins within seconds.
cli-announcement-scheduled = Approved: { $id }. It begins on { $at }.
cli-announcement-paused = Paused: { $id }.
cli-announcement-resumed = Goes on: { $id }.
cli-announcement-cancelled = Ended for good: { $id }.
cli-announcement-retried = Tried again: { $id }.
cli-announcement-tally = Went out: { $out }. Held for later: { $held }. Still to go: { $left }. Did not arrive: { $lost }. Cancelled: { $cancelled }. All: { $total }.
cli-announcement-exported =
    { $count ->
        [one] { $count } line written to { $file }.
       *[other] { $count } lines written to { $file }.
    }
cli-announcement-written = Written by { $by }
cli-announcement-approved-by = Approved by { $by }
cli-announcement-send-at = Goes out: { $at }
cli-announcement-not-after = Of use until: { $at }
cli-announcement-status-draft = draft
cli-announcement-status-approved = about to begin
cli-announcement-status-scheduled = scheduled
cli-announcement-status-sending = going out
cli-announcement-status-paused = paused
cli-announcement-status-sent = sent
cli-announcement-status-cancelled = cancelled
cli-announcement-paused-by-failures = It paused itself because too much failed.
cli-delivery-waiting = waiting
cli-delivery-held = held for later
cli-delivery-sending = leaving now
cli-delivery-accepted = went out
cli-delivery-failed = refused
cli-delivery-blocked = blocked us
cli-delivery-unreachable = out of reach
cli-delivery-expired = too late
cli-delivery-unknown = may have arrived
cli-delivery-cancelled = cancelled
cli-column-text = Text
cli-column-channel = Channel
cli-column-language = Language
cli-column-count = How many

# An announcement file
file-form-moment = This is no day and time. Write year-month-day hour:minute in quotes, for example '2027-06-21 16:00'.
file-moment-never = There is no such day or hour (in spring the clocks leave one out). Choose another one.
file-ends-before = It would be over before it begins. Correct one of the two times.
file-over-already = This time is over. Choose a later one.
file-begins-already = This time is over, so it goes out as soon as it is approved.
file-late-without-end = Whoever joins later can only get it as long as it is valid. Add not_after.
file-audience-nobody = Nobody is named here. Write at least one group, or places: true.
file-audience-idle = "{ $name }" changes nothing here, because it only narrows: { $whom }. Take it away.
file-audience-youth = young people
file-audience-contacts = contacts
file-entity-unknown = The plan has no entity "{ $id }". There are: { $known }.
file-district-unknown = There is no district "{ $id }". There are: { $known }.
file-consultation-unknown = There is no consultation "{ $id }". There are: { $known }.
file-consent-without-consultation = Whoever agreed to take part may be written to about that consultation only. Add consultation.
file-polish-instead = A language is missing: { $language }. Whoever reads it gets the Polish text.
file-long-message = That is { $count } characters, and { $most } fit into one message in { $channel }. Make it shorter, or it comes in parts.
file-link-http = A link begins with https://. This one is shown as it is typed.
file-picture-elsewhere = The picture has to lie beside this file. Write only its name.
file-picture-missing = There is no such picture beside this file. Check its name.
file-picture-large = The picture is larger than { $megabytes } MB. Make it smaller.
file-picture-kind = The picture is neither PNG nor JPEG. Save it as one of them.
