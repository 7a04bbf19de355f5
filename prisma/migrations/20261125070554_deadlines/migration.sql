-- DropIndex
DROP INDEX "contact_feed_token_key";

-- Nothing has acknowledged anything yet: the table is made anew.
DELETE FROM "acknowledgement";
-- AlterTable
ALTER TABLE "acknowledgement" DROP CONSTRAINT "acknowledgement_pkey",
DROP COLUMN "key",
ADD COLUMN     "deadline_id" BIGINT NOT NULL,
ADD COLUMN     "due_on" DATE NOT NULL,
ADD COLUMN     "id" BIGSERIAL NOT NULL,
ADD COLUMN     "step" TEXT NOT NULL,
ADD CONSTRAINT "acknowledgement_pkey" PRIMARY KEY ("id");

-- AlterTable
ALTER TABLE "contact" DROP COLUMN "feed_token";

-- AlterTable
ALTER TABLE "evidence" ADD COLUMN     "deadline" TEXT,
ADD COLUMN     "given_by" TEXT,
ALTER COLUMN "measure_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "has_digest" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "plan" ADD COLUMN     "previous_id" TEXT;

-- CreateTable
CREATE TABLE "deadline" (
    "id" BIGSERIAL NOT NULL,
    "source" TEXT NOT NULL,
    "measure_id" TEXT,
    "indicator_id" TEXT,
    "consultation_id" TEXT,
    "entity_id" TEXT NOT NULL,
    "code" TEXT NOT NULL DEFAULT '',
    "names" JSONB NOT NULL,
    "due_on" DATE NOT NULL,
    "policy_id" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "done_on" DATE,
    "next_at" TIMESTAMPTZ(3),
    "reminded_at" TIMESTAMPTZ(3),
    "asked_on" DATE,
    "acknowledged_at" TIMESTAMPTZ(3),

    CONSTRAINT "deadline_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reminder" (
    "deadline_id" BIGINT NOT NULL,
    "due_on" DATE NOT NULL,
    "step" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,
    "about" TEXT,
    "held_back" TEXT,

    CONSTRAINT "reminder_pkey" PRIMARY KEY ("deadline_id","due_on","step","person_id")
);

-- CreateTable
CREATE TABLE "change_request" (
    "id" BIGSERIAL NOT NULL,
    "deadline_id" BIGINT NOT NULL,
    "kind" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "asked_by" TEXT NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by" TEXT,
    "is_approved" BOOLEAN,

    CONSTRAINT "change_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_change" (
    "id" BIGSERIAL NOT NULL,
    "plan_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "from" JSONB,
    "to" JSONB,
    "why" TEXT,

    CONSTRAINT "plan_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar_feed" (
    "hash" BYTEA NOT NULL,
    "person_id" UUID,
    "entity_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" TEXT NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "calendar_feed_pkey" PRIMARY KEY ("hash")
);

-- CreateIndex
CREATE UNIQUE INDEX "deadline_source_key" ON "deadline"("source");

-- CreateIndex
CREATE INDEX "deadline_next" ON "deadline"("next_at") WHERE "next_at" IS NOT NULL;

-- CreateIndex
CREATE INDEX "deadline_measure_id_idx" ON "deadline"("measure_id");

-- CreateIndex
CREATE INDEX "deadline_entity_id_status_due_on_idx" ON "deadline"("entity_id", "status", "due_on");

-- CreateIndex
CREATE INDEX "reminder_person_id_decided_at_idx" ON "reminder"("person_id", "decided_at");
CREATE INDEX "reminder_waiting" ON "reminder"("person_id") WHERE "about" IS NULL AND "held_back" IS NULL;

-- CreateIndex
CREATE INDEX "change_request_deadline_id_idx" ON "change_request"("deadline_id");

-- CreateIndex
CREATE INDEX "plan_change_subject_id_idx" ON "plan_change"("subject", "id");

-- CreateIndex
CREATE INDEX "plan_change_plan_id_id_idx" ON "plan_change"("plan_id", "id");

-- CreateIndex
CREATE INDEX "calendar_feed_person_id_idx" ON "calendar_feed"("person_id");

-- CreateIndex
CREATE INDEX "calendar_feed_entity_id_idx" ON "calendar_feed"("entity_id");

-- CreateIndex
CREATE INDEX "acknowledgement_deadline_id_id_idx" ON "acknowledgement"("deadline_id", "id");

-- AddForeignKey
ALTER TABLE "deadline" ADD CONSTRAINT "deadline_measure_id_fkey" FOREIGN KEY ("measure_id") REFERENCES "measure"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deadline" ADD CONSTRAINT "deadline_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicator"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deadline" ADD CONSTRAINT "deadline_consultation_id_fkey" FOREIGN KEY ("consultation_id") REFERENCES "consultation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deadline" ADD CONSTRAINT "deadline_entity_id_fkey" FOREIGN KEY ("entity_id") REFERENCES "entity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deadline" ADD CONSTRAINT "deadline_policy_id_fkey" FOREIGN KEY ("policy_id") REFERENCES "reminder_policy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change_request" ADD CONSTRAINT "change_request_deadline_id_fkey" FOREIGN KEY ("deadline_id") REFERENCES "deadline"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_entity_id_fkey" FOREIGN KEY ("entity_id") REFERENCES "entity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Every milestone becomes a deadline, under the policy that came with its plan.
INSERT INTO "reminder_policy" ("id", "steps")
SELECT 'partner-standard', '{"offsets_days": [-14, -7, -1, 0], "overdue_days": [1, 7, 14], "escalate": [{"after_days": 7, "to": "coordinator"}, {"after_days": 14, "to": "plenipotentiary"}], "send_window": {"from": "08:00", "to": "16:00"}, "working_days_only": true, "digest": true}'
WHERE EXISTS (SELECT FROM "milestone") AND NOT EXISTS (SELECT FROM "reminder_policy");

INSERT INTO "deadline" ("source", "measure_id", "entity_id", "code", "names", "due_on", "policy_id", "status", "done_on", "next_at")
SELECT 'milestone/' || m.measure_id || '/' || m.code, m.measure_id, a.lead_id, m.code, m.names, m.due_on,
       (SELECT id FROM "reminder_policy" ORDER BY id = 'partner-standard' DESC, id LIMIT 1),
       m.status, m.done_on, CASE WHEN m.status = 'open' THEN now() END
FROM "milestone" m JOIN "measure" a ON a.id = m.measure_id ORDER BY m.due_on, m.measure_id, m.code;

INSERT INTO "change_request" ("deadline_id", "kind", "from", "to", "reason", "asked_at", "asked_by", "decided_at", "decided_by", "is_approved")
SELECT d.id, 'date', c."from"::text, c."to"::text, c.reason, c.asked_at, c.asked_by, c.decided_at, c.decided_by, c.is_approved
FROM "date_change" c JOIN "milestone" m ON m.id = c.milestone_id
JOIN "deadline" d ON d.source = 'milestone/' || m.measure_id || '/' || m.code ORDER BY c.asked_at;

DROP TABLE "date_change";
DROP TABLE "milestone";
