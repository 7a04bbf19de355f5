-- What rules still bring is looked through once a day; without this, all deadlines there are would be read for it.
CREATE INDEX "deadline_to_come" ON "deadline" ("due_on") WHERE "status" = 'open' AND ("source" LIKE 'recurrence/%' OR "source" LIKE 'report/%');
