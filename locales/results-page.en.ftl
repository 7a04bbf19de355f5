## The results for everybody

results-page-list = Results
results-page-list-about = What young people said, and how many of them. Published once, after each consultation.
results-page-none = Nothing has been published yet. Results come after a consultation has ended.
results-page-see = See the results
results-page-easy = In plain words
results-page-all = All results
results-page-title = Results: { $title }
results-page-questions = Question by question

# One question

results-page-finding-all =
    { $count ->
        [one] Most frequent: { $answers } ({ $share }).
       *[other] Most frequent, { $share } each: { $answers }.
    }
results-page-finding-shown =
    { $count ->
        [one] Most frequent of the answers shown: { $answers } ({ $share }).
       *[other] Most frequent of the answers shown, { $share } each: { $answers }.
    }
results-page-finding-pairs =
    { $count ->
        [one] Most often preferred: { $answers }, in { $share } of the comparisons.
       *[other] Most often preferred, each in { $share } of the comparisons: { $answers }.
    }
results-page-finding-words = This was answered in people's own words.
results-page-finding-none = None of the answers can be shown.
results-page-chart = Chart. { $finding } The numbers stand in the table below.
results-page-value = { $share } ({ $count })
results-page-as-table = Show as a table
results-page-by = Show by group: { $by }
results-page-column-answer = Answer
results-page-column-people = People
results-page-column-share = Share
results-page-column-points = Points per person
results-page-groups-hidden = A group that is not here is hidden: too few people, or it could be worked out from others.

# How it was counted

results-page-method = How it was counted
results-page-method-once = Every person counts once. Answers could be changed until the end; the last one counts.
results-page-method-self = Everybody who wanted to could take part. This is no random sample: it tells what those people said, not what all young people think.
results-page-method-share = Shares are of those who answered the question. Whoever skipped it is not among them. Where several answers could be chosen, the shares add up to more than 100%.
results-page-method-threshold = No number below { $threshold } is shown, not even a zero, in any group. It says "hidden" instead.
results-page-method-told = Age, gender and district were told by people themselves, at the end. Nobody had to.

# The data

results-page-data = Open data
results-page-data-about = The same numbers for spreadsheets and programs. The codebook explains every column.
results-page-codebook = Codebook
results-page-licence = You may use them for anything, if you say where they come from. Licence:
results-page-api = Interface for programs (OpenAPI)

## In plain words

results-easy-ten = We tell it in tens. "3 in 10 people" means: of every ten people who answered, about three said so.
results-easy-hidden = Some numbers are hidden. That way nobody can find out who said what.
results-easy-next = By { $date } the city says what it does about it.
results-easy-share = { $answer }: { $count } in { $of } people
results-easy-pairs = { $answer }: preferred { $count } times out of { $of }
results-easy-hardly = { $answer }: hardly anybody
results-easy-kept = { $answer }: hidden
results-easy-people =
    { $count ->
        [one] { $answer }: { $count } person
       *[other] { $answer }: { $count } people
    }
results-easy-too-few = This cannot be shown: too few people answered, or it could be worked out who did.
results-easy-full = All numbers and tables

## Making results public, on the command line

results-publish-help = Makes the results of a consultation that has ended public, once and for everybody
results-published = Published: { $url }
results-published-already = Public already, and unchanged: { $url }

## The codebook of the open data

results-data-licence = Licence of these figures: { $licence }, { $url }
results-data-column-consultation = Id of the consultation.
results-data-column-question = Id of the question; empty where the row is about the whole consultation.
results-data-column-kind = Kind of question: single (one answer), several, scale, number, text, ranking, pairwise (which of two matters more), district.
results-data-column-text_label = Wording of the question, or of a note, in the language the column names.
results-data-column-by = Breakdown the row belongs to: age_band, gender or district; empty for everybody.
results-data-column-group = Id of the age band, gender or district; empty for everybody.
results-data-column-group_label = Name of the group in the language the column names.
results-data-column-figure = What the row tells; each value is explained below.
results-data-column-line = Id of the answer, step, band of numbers or district.
results-data-column-line_label = Name of the answer in the language the column names.
results-data-column-value = The figure itself; empty where it is suppressed.
results-data-column-share = Of those who answered the question (of the comparisons, for pairwise), rounded to two decimals; empty where it rests on something suppressed.
results-data-column-is_suppressed = 1: kept back so that nobody can be recognised, which is not zero. 0: shown. Empty: not a count.
results-data-column-is_sample = 1: these answers are made up, to show how it works.
results-data-figure-respondents = People who answered or skipped at least one question.
results-data-figure-finished = People who went on to the end.
results-data-figure-answered = People who answered this question.
results-data-figure-skipped = People who skipped this question.
results-data-figure-stopped = People who came to this question and did not go on.
results-data-figure-people = People who gave this answer.
results-data-figure-points = Of a ranking: points per person who answered; the first place gives as many points as there are places.
results-data-figure-mean = Mean of a scale.
results-data-figure-lower_quartile = A quarter of the numbers are at most this.
results-data-figure-median = Half of the numbers are at most this.
results-data-figure-upper_quartile = Three quarters of the numbers are at most this.
results-data-figure-quotation = What somebody wrote, released by a moderator.
results-data-figure-note = What is to be known about all of it.
