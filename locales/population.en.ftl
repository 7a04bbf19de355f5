## How many young people live in the city, and who is missing among those who took part

# The command line
population-command = How many young people live in the city, so that results can say who is missing
population-import-help = Brings a population table in, in place of the one before
population-file = a YAML file with the numbers (see docs/population-files.md)
population-show-help = Shows the table as it stands
population-head = Young people in the city: { $total }, in { $year }. Source: { $source }
population-sample = These numbers are made up, to show how it works.
population-imported = Imported. Results published from now on stand beside these numbers.
population-same = Nothing has changed: the same table is here already.
population-none = There is no population table. Import a file: npm run hejnal -- population import FILE.yaml
population-column-residents = In the city
population-column-share = Share

# The file
file-population-no-groups = There is no breakdown here. Add at least one: age_bands, genders or districts.
file-population-sum = These groups add up to { $sum }, and total says { $total }. Correct one of them.
file-population-districts-lacking = Districts are missing: { $missing }. Add them, so that it does not look as if nobody lived there.
file-population-gender-unasked = No consultation asks about gender yet, so these ids cannot be checked. Check them when one does.
file-population-age_band-unknown = No consultation has the age band "{ $id }". There are: { $known }. Correct the id.
file-population-age_band-unknown-guess = No consultation has the age band "{ $id }". Did you mean "{ $guess }"?
file-population-gender-unknown = No consultation has the gender "{ $id }". There are: { $known }. Correct the id.
file-population-gender-unknown-guess = No consultation has the gender "{ $id }". Did you mean "{ $guess }"?
file-population-district-unknown = There is no district "{ $id }". There are: { $known }. Correct the id, or import the districts first.
file-population-district-unknown-guess = There is no district "{ $id }". Did you mean "{ $guess }"?

# The results page
results-who = Who took part, and who is missing
results-who-source = Young people of the city: { $source }, { $year }.
results-who-sample = The numbers of the city's young people are made up.
results-who-missing-all = Clearly fewer than in the city: { $groups }.
results-who-missing-shown = Of the groups shown, clearly fewer than in the city: { $groups }.
results-who-group-all = { $group } ({ $share } of those who answered, { $there } in the city)
results-who-group-shown = { $group } ({ $share } of the answers from these groups, { $there } of the people of these groups in the city)
results-who-nobody = No group that is shown is clearly missing.
results-who-bar-here-all = { $group }, of those who answered
results-who-bar-here-shown = { $group }, of the answers from these groups
results-who-bar-there-all = { $group }, in the city
results-who-bar-there-shown = { $group }, of these groups in the city
results-who-counted = Counted: who answered the question "{ $question }" and told this about themselves.
results-who-left-out = Some groups are hidden. The shares are of the groups that are shown, on both sides. Whether a hidden group is missing cannot be told.
results-who-place = The city counts where people live. Somebody may have named the district where they spend their time.
results-who-not-in-table = { $by }: not compared, because the city's table has other groups or none.
results-who-hidden = { $by }: not compared, because fewer than two groups can be shown.
results-who-rule = "Fewer" is below four fifths of the share in the city, "more" above five quarters of it.
results-who-column-answered = Answered
results-who-column-share = Share of the answers
results-who-column-residents = Live in the city
results-who-column-resident-share = Share in the city
results-who-column-standing = Compared
results-who-fewer = fewer than in the city
results-who-alike = about as in the city
results-who-more = more than in the city

# Weighted shares
results-page-column-weighted = Weighted share
results-weighted-by-age_band = The table also has weighted shares: every age counts for as much as it does in the city.
results-weighted-by-gender = The table also has weighted shares: every gender counts for as much as it does in the city.
results-weighted-by-district = The table also has weighted shares: every district counts for as much as it does in the city.
results-weighted-effective =
    { $count ->
        [one] They are about as sure as { $count } answer drawn by lot.
       *[other] They are about as sure as { $count } answers drawn by lot.
    }
results-weighted-largest = The largest weight of a person is { $times } (the average is 1).
results-weighted-capped = No person counts more than { $most } times the average, so some groups still count for less than in the city.
results-weighted-none = There is no weighted share here: in every breakdown that could be used something is hidden, or the city's table lacks it.
results-page-method-weighted = A weighted share tells how it would be if the groups were as large among the answers as they are in the city. Only those who told their group count. Nobody counts more than { $most } times the average: otherwise a few people would speak for a whole group. Weights do not make a random sample of it.

# In plain words
results-easy-who = Who is missing?
results-easy-who-fewer = These groups are fewer here than in the city:
results-easy-who-group-all = { $group }: here { $here } in { $of }, in the city { $there } in { $of }
results-easy-who-group-shown = { $group }: of { $of } people from the groups we show, { $here } here and { $there } in the city
results-easy-who-nobody = No group that we can show is clearly missing.
results-easy-who-hidden = Some groups are hidden. We leave them out and cannot say whether they are missing.

# The codebook
results-data-figure-taking_part = People of the group who answered the question in column question. share: of the groups that are shown, three decimals.
results-data-figure-residents = Young people of the group who live in the city. share: of the same groups, three decimals.
results-data-figure-weighted = Weighted share of the answer, in column share: every group of the breakdown in column by counts for as much as it does in the city. Made of shown counts only.
results-data-figure-effective = So many answers drawn by lot would be about as sure as the weighted shares of the question.
