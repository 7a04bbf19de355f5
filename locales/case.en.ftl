## Restricted cases: after somebody wrote of harm, and the safeguarding officer's side

# To a young person
case-kept = What you wrote is now apart from everything else. Only people of the city who are there to protect children may read it. We do not keep who you are.
contact-button = I want someone to contact me
contact-how = How can we reach you? Write a phone number, an address, or whom we may ask for you.
contact-who-reads = Only the person who is there to protect children reads this. Write only what you want to tell.
contact-kept = Thank you. It is with the person who is there to protect children. It can take a day. If it cannot wait, call one of the numbers under “I need help”.
problem-case-over = This is closed already. If you need help, type HELP.

# To the safeguarding officer
case-alert-urgent = A young person has written something that cannot wait.
case-alert = A young person has written something that a person has to read today.
case-how = To read it, on the command line: case show { $id } --reason "why"
case-nobody = Nobody has taken it on yet ({ $id }). Please find the safeguarding officer or a deputy now.
case-take = I am on it
case-taken = Thank you. Nobody else is called now.
case-contact-alert = Somebody wants to be contacted. How is written in the case.
problem-case-taken = Somebody has taken this case on already, or it is closed.
problem-case-unknown = There is no case "{ $id }". See: npm run hejnal -- case list
problem-case-reason = Please say why this case has to be read: --reason "…"
problem-safeguarding-key-missing = SAFEGUARDING_KEY, which seals what children disclose, is missing. Set the key that the service uses; a new one is made by: openssl rand -base64 32

# The command line
case-command = What children disclosed; only for the safeguarding officer
case-list-help = Shows the cases, without what is in them
case-show-help = Shows what is in a case; that you looked, and why, is recorded
case-release-help = It was no disclosure: the text goes to the moderators
case-close-help = Everything has been done about it
case-id = the case's id from "case list"
case-reason-option = why you have to read it
case-none = There are no cases.
case-column-id = Id
case-column-priority = Priority
case-column-opened = Since
case-column-status = Status
case-column-contact = Wants contact
case-priority-immediate = at once
case-priority-same_day = today
case-priority-none = no hurry
case-status-waiting = nobody is on it
case-status-acknowledged = somebody is on it
case-status-released = no disclosure
case-status-closed = closed
case-yes = yes
case-no = no
case-fact-category = Noticed as: { $category }
case-fact-under = Written under: { $consultation }, { $question }
case-fact-nowhere = Written under no question
case-fact-contact = How to reach the person: { $words }
case-fact-no-contact = The person has not asked to be contacted. Nothing here says who it is.
case-fact-gone = What was written went to the moderators.
case-released = Released: { $id }
case-closed = Closed: { $id }
