-- Who can be reached where, and who agreed to what, in the order of people and without a look at the tables themselves:
-- an announcement asks it of everybody.
CREATE INDEX "address_reached" ON "address" ("person_id", "is_preferred" DESC, "channel") WHERE "suppressed_at" IS NULL;
CREATE INDEX "consent_given" ON "consent" ("purpose", "person_id", "subject") WHERE "withdrawn_at" IS NULL;
CREATE INDEX "person_stopped" ON "person" ("id") WHERE "stopped_at" IS NOT NULL;
