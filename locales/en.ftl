## Conversations: what young people, partners and staff read in a chat.

# Being understood
re-ask = Please choose one of the answers or type its number.
re-ask-scale = Please choose a number from { $from } to { $to }.
re-ask-several = Please choose from the list. You can choose up to { $max }.
re-ask-number = Please type a whole number from { $min } to { $max }.
re-ask-text = Please write your answer in words, or skip this question.
file-not-kept = We keep no pictures, recordings or files here. Please write in words.
text-too-long = That is { $length } characters, and { $max } fit here. Could you say it more briefly?
choose-something = Choose at least one answer, or skip this question.
too-many-choices = You can choose up to { $max }. Tap a ticked answer to take it back.
exclusive-choice = One of these answers does not go with the others. Please choose again.
already-noted = Noted already.
stale-button = This button is from an earlier message. Here is where we are now.
command-unknown = I do not know this command. These work: /start, /language, /help, /privacy, /mydata, /delete, /stop.
our-fault-again = Something went wrong on our side. Please send it again in a moment.
our-fault = Something went wrong on our side. Your answer is saved. Try again in a moment.

# Questions
progress = { $step } of { $of }
scale-ends = { $from } – { $low }, { $to } – { $high }
number-hint = Type a number from { $min } to { $max }.
number-unit-hint = Type a number from { $min } to { $max } ({ $unit }).
ranking-hint = Tap in order, the most important first. Up to { $top }.
ranked-option = { $place }. { $label }
pairwise-hint = Which matters more? Pair { $step } of { $of }.
text-hint = Keep it short. No names, addresses or school names.
about-you = About you – only as a group, and you can skip it.
step-back = Back
step-skip = Skip
step-keep = Keep and go on
step-done = Done
step-stop = Stop

# On the way
welcome = Hi! This is the city's chat. We ask young people what to change. It takes about 3 minutes.
about-consultation = { $title }. { $purpose }
age = How old are you?
age-refusal = Thank you for wanting to speak up! Here we can only ask older people. You can answer at school or on the city's website.
age-refusal-old = Thank you for wanting to speak up! This consultation is for people aged { $from } to { $to }.
assent =
    Before we start:
    • It is up to you. You can skip a question or stop at any time.
    • We do not ask for your name, address or school. Please do not type them.
    • We only show results for many people together.
    • Type /delete to erase your data. Type /privacy to learn more.
    • This chat is not a helpline. If you need help, type HELP.
agree = I understand, start
decline = Not now
declined = All right. Nothing was kept. You can come back at any time.
welcome-back =
    { $left ->
        [one] Welcome back! { $left } question to go.
       *[other] Welcome back! { $left } questions to go.
    }
welcome-back-short = Welcome back! This is where we stopped:
stopped-for-now = All right, we stop here. Your answers so far are kept, and you can go on until { $day }.
resume = Go on answering
change-answers = Change my answers
change-how = You can look through your answers and change them until the consultation closes.
changes-noted = Your changes are saved.
already-finished = You have answered already. Thank you! You can change your answers until the consultation closes.
follow-up = Would you like to hear what comes of it? We write a few words when the city answers, and when something starts, is late or is done. We keep this apart from your answers.
yes-please = Yes, please
no-thanks = No, thanks
thanks = Thank you! By { $date } we will tell you what the city will do with the answers.
closed-meanwhile = This consultation has ended. By { $day } we will tell you what came of it.
not-open-yet = "{ $title }" opens on { $day }. See you then!
answer-elsewhere = "{ $title }" cannot be answered here. You can answer on the city's website or at school.
consultation-unknown = There is no such consultation here. Maybe the link is old?

# Home
home-hello = Hi! This is the city's chat for young people.
home-open =
    { $count ->
        [one] { $count } consultation is open. Which one would you like to answer?
       *[other] { $count } consultations are open. Which one would you like to answer?
    }
home-nothing-open = No consultation is open right now. Come back soon!
to-start = To the start
language-button = Język / Language / Мова
privacy-button = My data
back-button = Back
language-question = Which language shall we use?
language-pl = Polski
language-en = English
language-uk = Українська

# Help
help-button = I need help
back-to-questions = Back to the questions
helpline = • { $number } ({ $hours }) – { $for }
helpline-with-link = • { $number } ({ $hours }) – { $for }: { $url }
helpline-any-time = • { $number } – { $for }
helpline-any-time-with-link = • { $number } – { $for }: { $url }
care-acknowledge = Thank you for writing this. What is happening matters. It is not your fault.
care-check = I am an automatic chat and I can be wrong. If you need help, here are the numbers.
care-honesty = Nobody reads this chat all the time. If you are in danger, please call one of these numbers.
not-kept = Your last message was not kept with your answers. You can skip this question.

# One's own data
privacy-what = We keep three things apart: how we can reach you (encrypted), which consultations you took part in, and the answers themselves – without any name.
privacy-who = Nobody sees who said what. We show results only for groups, and never for small ones.
privacy-long = You can change your answers while a consultation is open, and erase them for { $days ->
        [one] one more day
       *[other] { $days } more days
    } after it ends. Then we destroy the key, and nobody can connect them to you any more, not even us.
privacy-rights = You can take your data with you or erase it, here and now.
mydata-button = Take my data
delete-button = Erase my data
mydata = Here is everything we keep about you. Only you get this file.
nothing-kept = We keep nothing about you.
delete-question = Shall we erase everything: how to reach you, what you took part in, and your answers to consultations that are open or ended at most { $days ->
        [one] one day
       *[other] { $days } days
    } ago? This cannot be undone.
delete-or-one = Or only your answers to one consultation: then everything else stays.
withdraw-one = Only my answers to “{ $title }”
withdraw-question = Shall we erase your answers to “{ $title }” and that you took part? You will not hear what comes of it. This cannot be undone. As long as it is open, you can answer anew.
withdraw-yes = Yes, erase these answers
withdrawn = Done. Your answers to “{ $title }” are erased.
withdraw-too-late = These answers cannot be found any more: { $days ->
        [one] one day
       *[other] { $days } days
    } after the end of a consultation nobody can tell whose answers are whose.
delete-yes = Yes, erase everything
delete-no = No, leave it
not-deleted = All right, we erased nothing.
deleted = Done. Everything was erased. Thank you for having been here!
stopped = All right. We will not write to you any more. Your answers stay until you type /delete. To get messages again, type /news.
stopped-nothing-kept = All right. We keep nothing about you.

# Codes
code-how = Please send the code like this: /code ABCD-EFGH
code-wrong = This code does not work. Maybe it has expired or was used before. Please check it, or ask for a new one.
code-too-many = Too many codes did not work. Please try again in an hour.
code-staff = Welcome to the team! Your role: { $role }.
code-contact = Welcome! You now speak for: { $entity }.

# Staff
staff-home = Good to see you, { $label }. Your role: { $role }.
staff-only = This is only for the programme's staff.
staff-consultations-button = Consultations
staff-consultations = Here are all consultations. Which one shall we look at?
staff-no-consultations = There is no consultation yet. Import one with: npm run hejnal -- consultation import FILE.yaml
staff-consultation-label = { $title } ({ $status })
staff-consultation = { $title }: { $status }. Last day: { $day }. While it is open nobody sees counts, not even you.
staff-missing = Before it can be opened, this is missing:
staff-cannot-open = "{ $title }" cannot be opened yet. What is missing:
staff-open-button = Open now
staff-close-button = Close now…
staff-sure-to-close = Close "{ $title }" now? Nobody will be able to answer any more, and people in the middle of it stop where they are.
staff-close-yes = Yes, close it
staff-opened = "{ $title }" is open.
staff-closed = "{ $title }" is closed. The results: npm run hejnal -- results
status-draft = draft
status-open = open
status-closed = closed
status-archived = archived
post-which = Which consultation shall I post? Write for example:
post-example = /post { $id } – { $title }
post-title = { $title }
post-words = This is your say! It takes 3 minutes, and nobody will know who said what. Open until { $day }.
post-button = Answer in private

# Partners
partner-home = Good to see you. You speak for: { $entity }.
partner-deadlines-button = What is due
partner-plan-button = Our measures
partner-deadlines = Overdue, and due in the next 30 days:
partner-nothing-due = Nothing is due in the next 30 days.
partner-due = • { $day }: { $name } (measure { $code })
partner-overdue = • Overdue since { $day }: { $name } (measure { $code })
partner-plan = Your measures:
partner-no-measures = The plan holds no measure for you yet.
partner-measure = • { $code } { $name }: { $state }
measure-delayed = delayed
measure-steps = steps { $done } of { $all } { $bar }
measure-next = next date { $day }
measure-was-due = was due on { $day }
measure-planned = planned
measure-in-progress = in progress
measure-on-hold = on hold
measure-done = done
measure-cancelled = cancelled
measure-carried-over = carried over
