## What comes of consultations: the city's answers, messages about them, the file and the command line.

# Menu
command-name-outcomes = outcomes
command-outcomes = What is happening with your voice

# Short messages to those who wanted to know
outcome-step-published = The city has answered the consultation "{ $title }". Your voice is part of it.
outcome-step-started = It has started: "{ $name }". This comes of the consultation "{ $title }" and of your voice.
outcome-step-delayed = It will take longer: "{ $name }". It is about the consultation "{ $title }". We will write when it is done.
outcome-step-done = Done: "{ $name }". This comes of the consultation "{ $title }" and of your voice. Thank you!
outcome-evidence = This shows it: { $title }
outcome-evidence-link = See: { $title }, { $link }
outcome-look = See what and why

# What happened with my voice
outcomes-button = What happened with my voice
outcomes-none = There is no answer of the city yet. When there is one, it will be here.
outcomes-mine = Your consultations and what comes of them:
outcomes-newest = The city's newest answers to young people:
outcomes-waiting = • "{ $title }": the city's answer will be here by { $day }
outcomes-late = • "{ $title }": the city's answer was due on { $day }. The city knows that it is late.
outcomes-answered = • "{ $title }": { $answers }
decided-accepted = yes: { $count }
decided-partly = partly: { $count }
decided-not-now = not now: { $count }
outcomes-count = All consultations together. Things young people said: { $themes }. Answered: { $answered }. Done: { $done }. Half of the answers come within { $days ->
        [one] { $days } day
       *[other] { $days } days
    }.
outcome-title = What comes of the consultation "{ $title }"
outcome-said = Young people say: { $said }
outcome-accepted = The city: yes. { $reason }
outcome-partly = The city: partly. { $reason }
outcome-not-now = The city: not now. { $reason }
outcome-measure = In the city's plan this is "{ $name }" ({ $state }).

# What is missing
outcome-missing-themes = There is no theme. Import a file: npm run hejnal -- outcome import FILE.yaml
outcome-missing-decision = Theme { $n } ("{ $said }") has no decision.
problem-outcome-not-closed = "{ $title }" can be answered until { $day }. Its outcome can be published once it has closed.
problem-outcome-undecided = The outcome of "{ $title }" cannot be published yet. What is missing:

# The file
file-undecided = This theme has no decision. The outcome can be published once every theme has one.
file-reason-without-decision = There is a reason and no decision. Add decision: accepted, partly or not_now.
file-decision-without-reason = There is a decision and no reason. Add reason: why, in plain words.
file-long-reason = This reason has { $count } words. Up to { $most } read well; shorten it.
file-measure-not-now = The decision is "not now", and there is a measure. Young people hear of it when it starts. Check whether that is meant.
file-accepted-without-measure = The decision is "accepted", and there is no measure. Without one nobody hears what comes next.
file-measure-without-plan = There is no plan, so there are no measures. Import a plan: npm run hejnal -- plan import FILE.yaml
file-measure-unknown = The plan in force has no measure "{ $name }". Codes are shown by: npm run hejnal -- plan status
file-measure-unknown-guess = The plan in force has no measure "{ $name }". Did you mean "{ $guess }"?
file-outcome-published = This outcome is published and stays as it is. Only measure can change. Put the rest back.

# The command line
outcome-command = The city's answers to consultations: what young people said and what comes of it
outcome-import-help = Bring an outcome in from a file; nobody sees it before it is published
outcome-file = a YAML file with the outcome of one consultation (see docs/outcome-files.md)
outcome-show-help = Show the themes, the decisions and what is missing
outcome-publish-help = Publish an outcome: everybody sees it, and whoever wanted to know gets a short message
outcome-kept = Imported. Nobody sees it until you publish it: npm run hejnal -- outcome publish { $id }
outcome-due = Due by: { $day }
outcome-published-on = Published on: { $day }
outcome-not-published = Not published yet
outcome-decision-accepted = Decision: accepted
outcome-decision-partly = Decision: partly
outcome-decision-not-now = Decision: not now
outcome-decision-none = No decision yet
outcome-led-to = Measure { $code }: { $name }
outcome-missing = To publish it, this is missing:
outcome-is-published = Published: { $id }. Whoever wanted to know gets a message, never in quiet hours.
outcome-published-already = "{ $id }" is published already. Nothing has changed.
