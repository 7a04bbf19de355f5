## The action plan

city-districts = The districts people choose from
city-districts-import = Brings in the districts that are not here yet
city-districts-file = a YAML file with districts (see prisma/seed/districts.yaml)
city-districts-imported =
    { $count ->
        [0] Every district is here already. Nothing has changed.
        [one] { $count } new district
       *[other] { $count } new districts
    }
problem-districts-invalid = This file with districts cannot be read. Please correct:

# How the plan stands
plan-status = Shows how the plan stands: goals, delays, money and indicators
plan-status-goal = only the goal with this code
plan-status-head = Done { $share } · measures: { $measures } · planned { $planned }, spent { $spent }
plan-status-delayed = { $count ->
        [one] Delayed: { $count } measure
       *[other] Delayed: { $count } measures
    }
plan-status-delayed-line = { $code } { $name } – { $lead }, overdue steps: { $count }, the first since { $day }
plan-status-money = planned { $planned }, spent { $spent }
plan-status-indicator = { $name }: { $value } ({ $period }), target { $target } by { $day }
plan-status-indicator-free = { $name }: { $value } ({ $period }), no target
plan-status-indicator-unmeasured = { $name }: not measured yet, target { $target } by { $day }
plan-status-indicator-unmeasured-free = { $name }: not measured yet
problem-no-plan = There is no plan yet. Bring one in: npm run hejnal -- plan import FILE
problem-goal-unknown = The plan has no goal "{ $code }". There are: { $known }.
problem-plan-none = There is no plan yet. Bring one in: npm run hejnal -- plan import file.yaml
problem-plan-unknown = There is no plan "{ $id }". Check the id.
problem-plan-subject-unknown = There is nothing called "{ $name }" in the plan. Give an id of the plan's file, for example a1-1-1.
problem-plan-file-kind = A plan is written as .yaml or .xlsx, not { $file }. Change the ending of the name.

# The command line
cli-plan = The action plan: as a file, how it stands, and what has changed
cli-plan-import = Brings in a plan from a file: all of it or nothing
cli-plan-file = a YAML or XLSX file with a plan (see docs/plan.md)
cli-plan-why = the reason of the changes, kept with each of them
cli-plan-take = whose value holds where both sides changed the same thing: file or database
cli-plan-export = Writes the plan to a file that can be imported again
cli-plan-export-file = the file to be written: name.yaml or name.xlsx
cli-plan-id = the id of a plan (the one in force unless told)
cli-plan-history = Shows what has changed, who changed it and why
cli-plan-subject = an id or a code, for example a1-1-1, 1.1.1 or indicator/i01
cli-plan-no-history = Nothing has changed here yet.
cli-plan-column-when = When
cli-plan-column-who = Who
cli-plan-column-what = What
cli-plan-column-change = Change
cli-plan-column-why = Why
cli-plan-added = added
cli-plan-removed = removed
cli-plan-whole = (all of it)
cli-plan-imported = Imported: { $id }
cli-plan-exported = The plan { $id } is written to { $file }
cli-plan-unchanged = Nothing changes.
cli-plan-kept = not in the file, but it stays: other things hang on it, or it is the city's
cli-plan-counts = New: { $added }; changed fields: { $changed }; removed: { $removed }
cli-plan-in-file = in the file: { $value }
cli-plan-here = here: { $value }
cli-plan-changed-by = changed here by { $actor }, { $at } UTC
cli-plan-conflicts = The same things have changed in the file and here. Nothing was imported. Decide: --take file or --take database; or correct the file.

# What a plan is made of
plan-kind-policy = reminder policies
plan-kind-entity = entities
plan-kind-plan = plan
plan-kind-phase = phases of the cycle
plan-kind-goal = goals
plan-kind-objective = objectives
plan-kind-indicator = indicators
plan-kind-target = targets
plan-kind-measure = measures
plan-kind-risk = risks
plan-kind-budget = budget lines
plan-kind-evidence = pieces of evidence
plan-kind-reading = readings
plan-kind-report = reports
plan-kind-milestone = milestones

# The first sheet of the file
plan-sheet-title = The action plan: how to fill in this file
plan-sheet-sheets = Every kind of thing has a sheet, every thing one row. Keep the names of sheets and columns.
plan-sheet-ids = The column id is a short lasting name: small Latin letters, digits, - and _. Other sheets refer to it.
plan-sheet-days = Write days as dates or like this: 2026-09-21. An empty cell is no value, and not zero.
plan-sheet-money = Amounts are in zlotys, with grosze as decimals.
plan-sheet-lists = Separate several values in one cell by commas. Write steps of an escalation like this: 7 coordinator; 14 plenipotentiary.
plan-sheet-removed = A removed row of a measure means: cancelled. A milestone that has a history stays as dropped.
plan-sheet-revision = The number at revision says which state this file was made from. Keep it: thanks to it nothing reported later is lost.
plan-sheet-check = Check first: npm run hejnal -- plan import file.xlsx --dry-run. You see all mistakes and changes, and nothing is written.
plan-sheet-more = Every column is described in docs/plan.md
