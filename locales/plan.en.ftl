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
