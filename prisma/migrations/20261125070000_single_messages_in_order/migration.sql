-- In the very order in which they are asked for: what has no due time comes first. Otherwise all that wait are sorted at every look.
DROP INDEX "delivery_single_next";
CREATE INDEX "delivery_single_next" ON "delivery_single" ("channel", "not_after", "due_at" NULLS FIRST) WHERE "status" IN ('waiting', 'held');
