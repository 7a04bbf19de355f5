## Every page

web-name = Hejnał
web-skip = Skip to content
web-languages = Language
web-to-start = Back to the start
web-help = Help
web-exit = Exit
web-exit-about = Quick exit: clears the screen and opens another page
web-privacy = Privacy

## The chat

web-chat-title = The city's chat
web-chat-log = Conversation
web-chat-answers = Answers to choose from
web-chat-you = You
web-chat-field = Write a message
web-chat-field-answer = Write your answer
web-chat-field-short = Write…
web-chat-send = Send
web-chat-confirm = Done
web-chat-picked = Chosen
web-chat-progress = Step { $step } of { $of }
web-chat-max-chars =
    { $max ->
        [one] At most { $max } character.
       *[other] At most { $max } characters.
    }
web-chat-max-picks =
    { $max ->
        [one] You can tick { $max } answer.
       *[other] You can tick up to { $max } answers.
    }
web-chat-file = Download { $name }
web-chat-attach = File (at most 10 MB)
web-chat-sending = Sending…
web-chat-retrying = No connection. Trying to send it again…
web-chat-unsent = It could not be sent. Your answer is waiting on this page only.
web-chat-again = Send again

## The front page

web-front-title = Tell the city what to change
web-front-lead = Short questions, no names. And then we tell you what came of it.
web-front-open = What we are asking about now
web-front-closes = Last day: { $date }
web-front-start = Start
web-front-nothing = We are not asking anything right now. Come back later, or see what is in the chat.
web-front-chat = Open the chat

## The class code

web-class-title = I have a code from my teacher
web-class-about = Type the code you see on the board. You do not need an account.
web-class-label = Code
web-class-enter = Go in
web-class-wrong = This code does not work. Check that every letter is right.
web-class-new = If they are, its seats are taken or its time is over. Ask your teacher for a new one.
web-class-private = Everyone at this computer types the code anew. Nobody will see your answers.
web-join-title = I have a code
web-join-about = The code of an invitation opens the conversation with the city. A code from your messenger makes both places one. Each works once.
web-join-label = Code
web-join-enter = Go in
web-join-own = Use your own computer or telephone: it will be recognised next time.

## Help

web-help-title = Need to talk?
web-help-about = These numbers are free. A person will answer.

## The way out

web-exit-practice = Another page would open here
web-exit-practice-about = This is the version for trying out. In the real chat this button clears the screen and leads to a neutral page.
web-exit-back = Back to the chat

## When something does not work

web-refusal-400 = This page is out of date
web-refusal-400-cure = Open the chat again. If this comes back, allow cookies in your browser: they tell us which question to show.
web-refusal-403 = This message came from another site
web-refusal-403-cure = Open the chat directly and try again.
web-refusal-404 = There is no such page
web-refusal-404-cure = The address may have changed, or there is a typing mistake in it.
web-refusal-413 = This message is too long
web-refusal-413-cure = Please make it shorter.
web-refusal-413-file = This file does not fit
web-refusal-413-file-cure = A file may have at most 10 MB, and is of use only where the chat asks for one.
web-refusal-429 = Too much at once
web-refusal-429-cure = Wait a moment and try again. Nothing is lost.
web-refusal-500 = Something went wrong on our side
web-refusal-500-cure = Try again in a moment. Answers you sent before are saved.

## The embedded run

web-try-title = One city, three seats
web-try-lead = Answer as a young person, move the clock, and see what the partner and the admin see.
web-try-clock = Practice clock
web-try-hour = + 1 hour
web-try-day = + 1 day
web-try-week = + 1 week
web-try-to-opening = To the opening: { $title }
web-try-to-closing = To the end: { $title }
web-try-to-reminder = To the reminder: { $title }
web-try-youth = Youth
web-try-youth-about = Answers consultations. Skip a question, go back, change the language.
web-try-partner = Partner
web-try-partner-about = Carries out measures of the city's plan.
web-try-admin = Admin
web-try-admin-about = Opens consultations and keeps the plan on track.
web-try-frame = Chat: { $seat }
web-try-fiction = The city, its people and its plan are made up. Everything stays on this computer.
web-try-health = Service health
