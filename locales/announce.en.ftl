## Announcements in a chat: what staff read while they write, approve and send them.

# Writing one
draft-text-pl = What shall it say in Polish? Write it here.
draft-markup = At most { $most } characters. **bold**, *italic* and [words](https://…) for a link work.
draft-text-en = And in English? If you skip it, people who read English get the Polish text.
draft-text-uk = And in Ukrainian? If you skip it, people who read Ukrainian get the Polish text.
draft-text-needed = Please write the text in words.
draft-skip-button = Skip: Polish is used
draft-without-button = Without this language
draft-who = Who gets it?
draft-who-youth = Young people who want messages
draft-who-consultation = Of them: took part in "{ $title }"
draft-who-contacts = Contacts of the entities
draft-who-staff = The programme's staff
draft-who-places = Only groups and server channels
draft-narrow = Only for some of them? Tick languages or channels. Nothing ticked means everybody.
draft-tick-places = also in groups and server channels
draft-everybody-button = Everybody
draft-when = When shall it go out?
draft-moment-hint = You can also type a day and a time, for example 15.12 16:00.
draft-now-button = As soon as it is approved
draft-today-button = Today at { $time }
draft-tomorrow-button = Tomorrow at { $time }
draft-moment-unclear = Please choose, or type a day and a time, for example 15.12 16:00.
draft-moment-past = That moment is over. Please choose a later one.
draft-until = Until when is it of use? Whatever has not left by then is not sent any more.
draft-until-never = No end date
draft-until-evening = Until that evening, 20:00
draft-until-three = Three days
draft-until-week = A week
draft-until-before = It would end before it begins. Please choose a later moment.
draft-what = What shall change? After a change it needs approval again.
draft-change-pl = The Polish text
draft-change-en = The English text
draft-change-uk = The Ukrainian text
draft-change-who = Who gets it
draft-change-when = When it goes out
draft-kept = The draft is saved. Nothing has been sent. Above is what people will see.
draft-dropped = All right, that one is forgotten.
draft-drop-button = Stop writing
draft-goes-on = You are in the middle of this announcement:
moment = { $day } at { $time }

# The list
announcements-button = Announcements
announcements = Here are the announcements, the newest first.
announcements-none = There is no announcement yet.
announcement-new-button = Write a new one
announcement-label = { $title } ({ $status })
announcement-progress = "{ $title }": { $status }.
announcement-status-draft = draft
announcement-status-approved = about to begin
announcement-status-scheduled = scheduled
announcement-status-sending = going out
announcement-status-paused = paused
announcement-status-failing = paused itself, too much failed
announcement-status-sent = sent
announcement-status-cancelled = cancelled
announcement-show-button = How far it is
announcement-preview-button = How it looks
announcement-test-button = Send it to me as a test
announcement-submit-button = Submit…
announcement-change-button = Change
announcement-cancel-button = Stop it for good…
announcement-discard-button = Discard…
announcement-pause-button = Pause
announcement-resume-button = Go on
announcement-retry-button = Retry what failed…

# What it means
announcement-for = It is for:
announcement-line = • { $words }
announcement-count = People and places that get it: { $count }.
announcement-count-line = • { $channel }, { $language }: { $count }
announcement-left-out = These do not get it:
left-out-stopped = said /stop: { $count }
left-out-no-consent = have not agreed to be written to: { $count }
left-out-blocked = blocked us: { $count }
left-out-no-address = cannot be reached: { $count }
left-out-budget = have had three messages this week: { $count }
announcement-too-few = So few young people would get it that somebody could be recognised. It cannot be sent like this: choose a larger audience.
announcement-language-missing = Some of them read this language and get Polish: { $language }.
announcement-too-long = The text is too long for one message. { $channel }, { $language }: { $characters } characters.
announcement-at = It goes out: { $moment }.
announcement-at-once = It goes out as soon as it is approved.
announcement-until = { $at } Of use until: { $moment }.
announcement-takes-moment = Sending takes about a minute.
announcement-takes-minutes =
    { $count ->
        [one] Sending takes about { $count } minute.
       *[other] Sending takes about { $count } minutes.
    }
announcement-takes-hours =
    { $count ->
        [one] Sending takes about { $count } hour.
       *[other] Sending takes about { $count } hours.
    }

# Acts
announcement-sure-second = Young people would read this, so a second person has to approve it. Shall we ask now? Recipients: { $count }.
announcement-yes-second = Yes, ask for approval
announcement-sure-send = Nobody else will be asked. Recipients: { $count }. Send it?
announcement-yes-send = Yes, send it to { $count }
announcement-sure-cancel = Stop "{ $title }" for good? Gone out already: { $accepted }. Will never go out: { $left }. This cannot be undone.
announcement-yes-cancel = Yes, stop it for good
announcement-sure-discard = Discard "{ $title }"? Nobody has got it, and nobody will.
announcement-yes-discard = Yes, discard it
announcement-sure-retry = Try "{ $title }" again for those it failed for? How many: { $count }. Nobody else gets it twice.
announcement-yes-retry = Yes, try again for { $count }
announcement-test-sent = It is on its way to you.
announcement-submitted = A second person has been asked. You will be told what they say.
announcement-returned = The writer will be told that it is not ready yet.
announcement-approved = It is approved.
announcement-cancelled = Done. Nothing more will go out.
announcement-retried = What failed is tried again.
announcement-paused = Paused. What is leaving this moment still arrives, nothing more.
announcement-resumed = It goes on.

# How far it is
tally-accepted = Gone out: { $accepted } of { $total }.
tally-remain = • still to go: { $count }
tally-held = • held for a later moment: { $count }
tally-failed = • failed: { $count }
tally-blocked = • blocked us: { $count }
tally-unreachable = • cannot be reached: { $count }
tally-expired = • too late: { $count }
tally-unknown = • may or may not have arrived: { $count }
tally-cancelled = • stopped: { $count }
tally-reason = • why it failed: { $reason } – { $count }
reason-refused = the platform refuses this message
reason-tried-too-often = tried too often
reason-no-answer = no answer
reason-other = another reason

# A second person, and what staff are told
approval-asked = { $by } asks for your approval. The announcement is in the message before this one.
approval-yes = Approve it
approval-not-yet = Not yet
approval-approved = { $by } approved "{ $title }".
approval-returned = { $by } says "{ $title }" is not ready yet. Please talk to them and change it.
told-paused = "{ $title }" paused itself because too much failed. Gone out: { $accepted } of { $total }. Failed: { $failed }. Please have a look.
told-sent = "{ $title }" has been sent. Gone out: { $accepted } of { $total }. Failed: { $failed }.

# Refusals
problem-announcement-changed = The text was changed meanwhile. Please look at it again before you approve it.
problem-announcement-nobody-else = Nobody else may approve announcements. Invite a second person: npm run hejnal -- staff invite --role coordinator
