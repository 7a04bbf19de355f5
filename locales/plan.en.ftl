## The action plan

problem-plan-invalid = This plan file cannot be read. Please correct:
problem-plan-exists = The plan "{ $id }" is already here, from another file. Nothing was changed.

# Bringing it in from the command line
city-plan = The action plan: measures, and the entities that answer for them
city-plan-import = Brings in a plan that is not here yet
city-plan-file = a YAML file with a plan (see prisma/seed/plan.yaml)
city-plan-imported = Imported: { $id }
city-plan-unchanged = { $id } is here already. Nothing has changed.
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
plan-status-indicator = { $name }: { $value } { $unit } ({ $period }), target { $target } by { $day }
plan-status-indicator-free = { $name }: { $value } { $unit } ({ $period }), no target
plan-status-indicator-unmeasured = { $name }: not measured yet, target { $target } { $unit } by { $day }
plan-status-indicator-unmeasured-free = { $name }: not measured yet
problem-no-plan = There is no plan yet. Bring one in: npm run hejnal -- plan import FILE
problem-goal-unknown = The plan has no goal "{ $code }". There are: { $known }.
