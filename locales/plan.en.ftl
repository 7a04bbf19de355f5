## The action plan

problem-plan-invalid = This plan file cannot be read. Please correct:
problem-plan-exists = The plan "{ $id }" is already here, from another file. Nothing was changed.
