## A consultation file: what is wrong with it and what to do

# Reading the file
file-too-large = This file is larger than { $megabytes } MB. It is probably another kind of file; name the right one.
file-not-utf8 = This file is not saved as UTF-8. Save it again with the encoding UTF-8.
file-empty = This file is empty. Start from an example in the folder docs/.
file-aliases = An alias * has no anchor &, contains itself or is used too often. Write the value out.
file-tab = A tab is used to indent. Use spaces.
file-duplicate-key = This key is here already. Keep one of the two.
file-indent = The indentation does not fit, or a closing bracket is missing. Line it up with its neighbours.
file-colon = A colon stands where it is unclear what it belongs to. Put the text in quotes, or correct the indentation.
file-unclosed = A closing quote or bracket is missing. Add it.
file-needs-quotes = The text begins with a sign that means something in YAML. Put it in quotes.
file-escape = In the quoted text a backslash \ is followed by something that YAML does not know. Write \\, or use single quotes.
file-one-document = The file holds several documents separated by ---. Keep one.
file-key-not-text = A key can only be a short text. Correct this line.
file-too-deep = No such file has so many levels inside each other. Check the brackets.
file-tag = A tag that begins with ! means nothing here. Take it away.
file-syntax = This line is no valid YAML. Compare it with the example in the folder docs/.
file-trap = Without quotes other programs read the word { $word } as true or false. Write "{ $word }".

# Structure
file-missing = "{ $name }" is missing. Add it.
file-empty-value = "{ $name }" has no value. Write one, or take the line away.
file-blank = This text is empty. Write it.
file-control = There is an invisible control character in the text. Type the text anew.
file-quote-it = This should be text, and it is { $found }. Put the value in quotes.
file-expected-string = This should be text, and it is { $found }. Write a text.
file-expected-object = Named fields belong here, and there is { $found }. Compare it with the example in the folder docs/.
file-expected-record = Named fields belong here, and there is { $found }. Compare it with the example in the folder docs/.
file-expected-array = A list belongs here, and there is { $found }. Begin each item with a dash on its own line, or use brackets [ ].
file-expected-number = This should be a number, and it is { $found }. Write a number without quotes.
file-expected-int = This should be a whole number, and it is { $found }. Write it without quotes.
file-expected-boolean = This should be true or false, and it is { $found }. Write one of them without quotes.
file-found-list = a list
file-found-object = a group of fields
file-found-string = text
file-found-number = a number
file-found-boolean = true or false
file-odd = This value does not fit. Compare it with the example in the folder docs/.
file-not-one-of = "{ $given }" does not fit here. Use one of: { $choices }.
file-not-one-of-guess = "{ $given }" does not fit here. Did you mean "{ $guess }"? Use one of: { $choices }.
file-too-few = Too few items. At least { $least } are needed.
file-too-many = Too many items. Keep at most { $most }.
file-too-small = This number is too small. Write { $least } or more.
file-too-big = This number is too large. Write { $most } or less.
file-too-long = This text is too long. Shorten it to { $most } characters.
file-unknown-key = The field "{ $name }" is unknown and was left out. Take it away.
file-unknown-key-guess = The field "{ $name }" is unknown and was left out. Did you mean "{ $guess }"?
file-misplaced-key = The field "{ $name }" does not belong to this kind and was left out. Take it away, or change "type".
file-form-id = An id has small letters without accents, digits, - and _, and begins with a letter or digit. Change it.
file-form-day = This is no day of the calendar. Write year-month-day, for example 2026-09-21.
file-form-localized = This text is needed per language. Write one line for each: pl, en, uk.
file-form-required = Every question can be skipped. Take "required" away, or write false.
file-form-url = This is no safe web address. Write the whole address, beginning with https://.
file-form-band = The id "{ $id }" tells no age. Write, for example, u13, a13_15 or a27.

# Rules
file-without-polish = The source language pl is missing. Add pl to the list.
file-group-too-small = A group this small may not be shown. Write { $least } or more.
file-consultation-twice = The consultation "{ $id }" is in this file already. Give this one another id.
file-question-twice = The question "{ $id }" is there already. Give this one another id.
file-option-twice = The answer "{ $id }" is here already. Give this one another id.
file-reserved-id = The word end means the end of the consultation. Give the question another id.
file-about-districts = The part of the city is chosen from the list of districts. Write options_from: districts and take options away.
file-about-without-na = A question about the person needs "prefer not to say". Add an answer whose id ends in _na.
file-year = This year is probably a slip. Write a day between the years 2000 and 2099.
file-closes-before = The consultation ends before it begins. Write { $from } or a later day.
file-outcome-before = The decision cannot come while it can still be answered. Write a day after { $to }.
file-not-above = The end has to lie above the beginning. Write more than { $least }.
file-special-category = We do not ask about a person's own health, faith, origin or other sensitive matters. Ask how the city works instead, and write false.
file-risk-discord = Discord's rules allow no topics of high risk. Take discord off the list.
file-risk-text = A topic of high risk has no open questions: they invite disclosures that nobody answers at once. Offer answers instead.
file-text-forbidden = This consultation allows no open questions (rules.free_text). Offer answers instead.
file-owner-unknown = The plan has no entity "{ $owner }". Use one of: { $known }.
file-needed-to-open = Without "{ $name }" the consultation cannot be opened. Add it before opening.
file-many-questions = There are { $count } questions. Few people finish more than { $most }; shorten or split.
file-many-options = There are { $count } answers. Above { $most } it is hard to choose; join some.
file-exclusive-idle = "exclusive" only works in a multi question. Take it away here.
file-same-label = Two answers read the same. Change one of them.
file-more-than-options = There are not that many answers. Write { $most } or less.
file-route-without = This route does not say when. Add if_any, if_at_most, if_at_least or always: true.
file-route-several = This route has several conditions: { $names }. Keep one and write the others as routes of their own.
file-route-back = The question "{ $goto }" does not come later, and routes only lead forward. Name a later question, or end.
file-route-unknown = There is no question "{ $goto }". Name a later question, or end.
file-route-unknown-guess = There is no question "{ $goto }". Did you mean "{ $guess }"?
file-route-no-options = This question has no answers to choose from. Use if_at_most, if_at_least or always.
file-route-option = This question has no answer "{ $id }". Write the id of one of its answers.
file-route-option-guess = This question has no answer "{ $id }". Did you mean "{ $guess }"?
file-route-no-number = "{ $name }" only works in scale and number questions. Use if_any or always.
file-route-out-of-range = Answers lie between { $least } and { $most }, so this condition divides nothing. Write a number in between.
file-route-never = This route stands after always and is never used. Move it up, or take it away.
file-unreachable = No way leads to the question "{ $id }". Correct the routes, or take the question away.
file-untranslated = A language is missing: { $language }. Add it before opening.
file-untranslated-several =
    { $count ->
        [one] { $count } text lacks a language: { $language }.
       *[other] { $count } texts lack a language: { $language }.
    } This is the first; add them before opening, or take the language out of languages.
file-long-label = This label has { $count } characters. A button holds { $most }; shorten it.
file-long-question = This question has { $count } words. Up to { $most } read well; shorten it, or move a part to hint.
file-placeholder = Nothing fills { $name }, and everybody would see the braces. Take it away.
file-placeholder-guess = Nothing fills { $name }. Did you mean { $guess }?
file-category-unrouted = It is unclear what follows from "{ $category }". Add the category to routing.
file-prefix-short = A beginning of a word is too short or holds a space. Give single words of { $least } letters or more.
file-pattern-wide = The pattern has more words than the window holds. Keep at most { $most }, or widen window.
file-vector-missed = This sentence should be noticed as "{ $category }" and is not. Correct the patterns or the sentence.
file-vector-alarm = This ordinary sentence is noticed as "{ $category }". Correct the patterns, or write known_false_positive: true.

# A new version of what is under way
file-change-closed = "{ $title }" has ended and cannot be changed. Give the new one another id.
file-change-threshold = Those who have answered were promised groups of { $least } or more. Write { $least } or more.
file-change-risk = It is open as a topic of high risk and stays so. Write high.
file-change-place = { $place } cannot be added while it is open: it is less private. Take it away, or make a new consultation.
file-change-kind = The question "{ $id }" already has answers of another kind. Keep its type, or give the question a new id.
file-change-incomplete = The consultation is open, so a new version has to be complete. { $missing }

# What is missing before opening
opening-owner = Who decides? Add decision_owner: an entity of the plan.
opening-owner-unknown = The plan has no entity "{ $owner }" to decide. Import the plan, or correct decision_owner.
opening-outcome-date = When will the city say what it decided? Write feedback_due: a day after the end.
opening-can-change = What can the answers change? Add can_change.
opening-cannot-change = What can they not change? Add cannot_change.
opening-languages = In which languages do we ask? Add languages.
opening-language =
    { $count ->
        [one] { $language }: { $count } text is missing ({ $first }). Add it.
       *[other] { $language }: { $count } texts are missing (the first: { $first }). Add them.
    }
opening-threshold = The threshold { $threshold } is too low. Write min_group_size: { $least } or more.
opening-questions = There is no question. Add at least one.
opening-places = It is unclear where it can be answered. Add channels.
opening-risk-text = A topic of high risk may have no open questions. Offer answers instead.
opening-risk-discord = A topic of high risk may not be asked on Discord. Take it out of channels.
opening-too-late = Its last day is over ({ $day }). Move window.to and import the file again.

# Refusals
problem-consultation-unknown = There is no consultation "{ $id }". See the list: npm run hejnal -- consultation list
problem-cannot-open = "{ $title }" cannot be opened yet. What is missing:
problem-consultation-over = "{ $title }" has ended already. Import a new one, with another id.
problem-consultation-not-open = "{ $title }" is not open yet, so there is nothing to close.
problem-class-code-no-school = "{ $title }" is not answered at school. Add school to channels and import the file again.
problem-class-code-bounds = A code can have 1 to { $seats } seats and work for 1 to { $hours } hours. Give whole numbers in between.
