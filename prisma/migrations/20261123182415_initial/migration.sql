-- CreateTable
CREATE TABLE "setting" (
    "name" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "district" (
    "id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "names" JSONB NOT NULL,
    "population" JSONB,

    CONSTRAINT "district_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "age_band" TEXT,
    "district" TEXT,
    "created_on" DATE NOT NULL,
    "stopped_at" TIMESTAMPTZ(3),
    "quiet_from" TEXT,
    "quiet_to" TEXT,
    "time_zone" TEXT,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "address" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "lookup" BYTEA NOT NULL,
    "sealed" BYTEA NOT NULL,
    "is_preferred" BOOLEAN NOT NULL DEFAULT true,
    "suppressed_at" TIMESTAMPTZ(3),
    "suppressed_by" TEXT,

    CONSTRAINT "address_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consent" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "subject" TEXT NOT NULL DEFAULT '',
    "wording" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "given_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "consent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "wording" (
    "hash" TEXT NOT NULL,
    "texts" JSONB NOT NULL,

    CONSTRAINT "wording_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "session" (
    "key" BYTEA NOT NULL,
    "state" BYTEA NOT NULL,
    "replies" BYTEA,
    "locale" TEXT NOT NULL,
    "turn" INTEGER NOT NULL DEFAULT 0,
    "consultation_id" TEXT,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "seen" (
    "id" BYTEA NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "seen_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inbox" (
    "channel" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "body" BYTEA NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "inbox_pkey" PRIMARY KEY ("channel","id")
);

-- CreateTable
CREATE TABLE "tombstone" (
    "lookup" BYTEA NOT NULL,
    "erased_on" DATE NOT NULL,

    CONSTRAINT "tombstone_pkey" PRIMARY KEY ("lookup")
);

-- CreateTable
CREATE TABLE "consultation" (
    "id" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "version" INTEGER NOT NULL,
    "opens_on" DATE NOT NULL,
    "closes_on" DATE NOT NULL,
    "opened_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "outcome_due_on" DATE NOT NULL,
    "published_at" TIMESTAMPTZ(3),
    "secret" BYTEA,
    "secret_due_on" DATE,

    CONSTRAINT "consultation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consultation_version" (
    "consultation_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "definition" JSONB NOT NULL,
    "hash" TEXT NOT NULL,
    "imported_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "consultation_version_pkey" PRIMARY KEY ("consultation_id","number")
);

-- CreateTable
CREATE TABLE "participation" (
    "person_id" UUID NOT NULL,
    "consultation_id" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "changed_on" DATE NOT NULL,
    "wants_outcome" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "participation_pkey" PRIMARY KEY ("person_id","consultation_id")
);

-- CreateTable
CREATE TABLE "class_code" (
    "hash" BYTEA NOT NULL,
    "consultation_id" TEXT NOT NULL,
    "seats" INTEGER NOT NULL,
    "used" INTEGER NOT NULL DEFAULT 0,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "class_code_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "response" (
    "id" UUID NOT NULL,
    "consultation_id" TEXT NOT NULL,
    "key" BYTEA NOT NULL,
    "version" INTEGER NOT NULL,
    "answered_on" DATE NOT NULL,
    "locale" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "is_finished" BOOLEAN NOT NULL DEFAULT false,
    "age_band" TEXT,
    "gender" TEXT,
    "district" TEXT,

    CONSTRAINT "response_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "answer" (
    "response_id" UUID NOT NULL,
    "question" TEXT NOT NULL,
    "value" JSONB,
    "text" BYTEA,
    "review" TEXT,
    "released" TEXT,

    CONSTRAINT "answer_pkey" PRIMARY KEY ("response_id","question")
);

-- CreateTable
CREATE TABLE "safeguarding_case" (
    "id" UUID NOT NULL,
    "category" TEXT NOT NULL,
    "priority" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "acknowledged_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "closed_as" TEXT,

    CONSTRAINT "safeguarding_case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "theme" (
    "id" UUID NOT NULL,
    "consultation_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "said" JSONB NOT NULL,
    "decision" TEXT,
    "reason" JSONB,
    "measure_id" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "theme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "entity" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "short" TEXT NOT NULL,
    "names" JSONB NOT NULL,
    "roles" TEXT[],
    "language" TEXT NOT NULL DEFAULT 'pl',

    CONSTRAINT "entity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contact" (
    "id" UUID NOT NULL,
    "entity_id" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "title" JSONB,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "feed_token" BYTEA,

    CONSTRAINT "contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "names" JSONB NOT NULL,
    "adopted_on" DATE,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "coordinator" TEXT,
    "cycle" JSONB NOT NULL,
    "is_current" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "goal" (
    "id" TEXT NOT NULL,
    "plan_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "names" JSONB NOT NULL,
    "promise" JSONB,
    "details" JSONB,

    CONSTRAINT "goal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "objective" (
    "id" TEXT NOT NULL,
    "goal_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "names" JSONB NOT NULL,

    CONSTRAINT "objective_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "measure" (
    "id" TEXT NOT NULL,
    "objective_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "names" JSONB NOT NULL,
    "summary" JSONB,
    "kind" TEXT NOT NULL,
    "recurrence" TEXT,
    "lead_id" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "status" TEXT NOT NULL,
    "rag" TEXT,
    "progress" INTEGER NOT NULL DEFAULT 0,
    "details" JSONB,
    "carried_from" TEXT,

    CONSTRAINT "measure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "measure_supporter" (
    "measure_id" TEXT NOT NULL,
    "entity_id" TEXT NOT NULL,

    CONSTRAINT "measure_supporter_pkey" PRIMARY KEY ("measure_id","entity_id")
);

-- CreateTable
CREATE TABLE "milestone" (
    "id" UUID NOT NULL,
    "measure_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "names" JSONB NOT NULL,
    "due_on" DATE NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "done_on" DATE,

    CONSTRAINT "milestone_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "date_change" (
    "id" UUID NOT NULL,
    "milestone_id" UUID NOT NULL,
    "from" DATE NOT NULL,
    "to" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "asked_by" TEXT NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by" TEXT,
    "is_approved" BOOLEAN,

    CONSTRAINT "date_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "budget_line" (
    "id" UUID NOT NULL,
    "measure_id" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "planned" BIGINT NOT NULL,
    "spent" BIGINT NOT NULL,

    CONSTRAINT "budget_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence" (
    "id" UUID NOT NULL,
    "measure_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" JSONB NOT NULL,
    "link" TEXT,
    "media_type" TEXT,
    "content" BYTEA,
    "given_on" DATE NOT NULL,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "indicator" (
    "id" TEXT NOT NULL,
    "goal_id" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "names" JSONB NOT NULL,
    "unit" JSONB NOT NULL,
    "direction" TEXT NOT NULL,
    "baseline" DECIMAL(65,30),
    "baseline_on" DATE,
    "targets" JSONB NOT NULL,
    "frequency" TEXT NOT NULL,
    "source" JSONB,
    "owner_id" TEXT NOT NULL,
    "disaggregation" TEXT[],
    "is_computed" BOOLEAN NOT NULL DEFAULT false,
    "is_cumulative" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "indicator_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "measure_indicator" (
    "measure_id" TEXT NOT NULL,
    "indicator_id" TEXT NOT NULL,

    CONSTRAINT "measure_indicator_pkey" PRIMARY KEY ("measure_id","indicator_id")
);

-- CreateTable
CREATE TABLE "reading" (
    "indicator_id" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "value" DECIMAL(65,30),
    "reported_at" TIMESTAMPTZ(3) NOT NULL,
    "reported_by" TEXT NOT NULL,

    CONSTRAINT "reading_pkey" PRIMARY KEY ("indicator_id","period")
);

-- CreateTable
CREATE TABLE "reminder_policy" (
    "id" TEXT NOT NULL,
    "steps" JSONB NOT NULL,

    CONSTRAINT "reminder_policy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reporting_rule" (
    "id" TEXT NOT NULL,
    "names" JSONB NOT NULL,
    "due_rule" TEXT NOT NULL,
    "who" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "policy_id" TEXT NOT NULL,

    CONSTRAINT "reporting_rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "acknowledgement" (
    "key" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "answer" TEXT NOT NULL,
    "details" JSONB,
    "given_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "acknowledgement_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "announcement" (
    "id" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "texts" JSONB NOT NULL,
    "audience" JSONB NOT NULL,
    "written_by" TEXT NOT NULL,
    "approved_by" TEXT,
    "send_at" TIMESTAMPTZ(3),
    "not_after" TIMESTAMPTZ(3),
    "checkpoint" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "announcement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delivery" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "address_id" UUID,
    "channel" TEXT,
    "lane" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "message" JSONB NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "not_after" TIMESTAMPTZ(3),
    "lease_until" TIMESTAMPTZ(3),
    "fence" INTEGER NOT NULL DEFAULT 0,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "reason" TEXT,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff" (
    "person_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "vetted_until" DATE,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "staff_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "hash" BYTEA NOT NULL,
    "kind" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "entity_id" TEXT,
    "label" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "created_by" TEXT NOT NULL,

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "guess" (
    "lookup" BYTEA NOT NULL,
    "hour" TIMESTAMPTZ(3) NOT NULL,
    "wrong" INTEGER NOT NULL,

    CONSTRAINT "guess_pkey" PRIMARY KEY ("lookup","hour")
);

-- CreateTable
CREATE TABLE "audit" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "details" JSONB,

    CONSTRAINT "audit_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "address_lookup_key" ON "address"("lookup");

-- CreateIndex
CREATE INDEX "address_person_id_idx" ON "address"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "consent_person_id_purpose_subject_key" ON "consent"("person_id", "purpose", "subject");

-- CreateIndex
CREATE INDEX "session_consultation_id_idx" ON "session"("consultation_id");

-- CreateIndex
CREATE INDEX "session_updated_at_idx" ON "session"("updated_at");

-- CreateIndex
CREATE INDEX "seen_seen_at_idx" ON "seen"("seen_at");

-- CreateIndex
CREATE INDEX "inbox_channel_received_at_idx" ON "inbox"("channel", "received_at");

-- CreateIndex
CREATE INDEX "consultation_status_idx" ON "consultation"("status");

-- CreateIndex
CREATE INDEX "participation_consultation_id_state_idx" ON "participation"("consultation_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "response_consultation_id_key_key" ON "response"("consultation_id", "key");

-- CreateIndex
CREATE INDEX "safeguarding_case_acknowledged_at_idx" ON "safeguarding_case"("acknowledged_at");

-- CreateIndex
CREATE INDEX "theme_consultation_id_idx" ON "theme"("consultation_id");

-- CreateIndex
CREATE UNIQUE INDEX "contact_feed_token_key" ON "contact"("feed_token");

-- CreateIndex
CREATE UNIQUE INDEX "contact_entity_id_person_id_role_key" ON "contact"("entity_id", "person_id", "role");

-- CreateIndex
CREATE INDEX "milestone_status_due_on_idx" ON "milestone"("status", "due_on");

-- CreateIndex
CREATE UNIQUE INDEX "milestone_measure_id_code_key" ON "milestone"("measure_id", "code");

-- CreateIndex
CREATE INDEX "date_change_milestone_id_idx" ON "date_change"("milestone_id");

-- CreateIndex
CREATE UNIQUE INDEX "budget_line_measure_id_year_source_key" ON "budget_line"("measure_id", "year", "source");

-- CreateIndex
CREATE INDEX "announcement_status_idx" ON "announcement"("status");

-- CreateIndex
CREATE UNIQUE INDEX "delivery_key_key" ON "delivery"("key");

-- CreateIndex
CREATE INDEX "delivery_status_lane_due_at_idx" ON "delivery"("status", "lane", "due_at");

-- CreateIndex
CREATE INDEX "delivery_person_id_idx" ON "delivery"("person_id");

-- CreateIndex
CREATE INDEX "audit_at_idx" ON "audit"("at");

-- AddForeignKey
ALTER TABLE "address" ADD CONSTRAINT "address_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consent" ADD CONSTRAINT "consent_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consultation_version" ADD CONSTRAINT "consultation_version_consultation_id_fkey" FOREIGN KEY ("consultation_id") REFERENCES "consultation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participation" ADD CONSTRAINT "participation_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participation" ADD CONSTRAINT "participation_consultation_id_fkey" FOREIGN KEY ("consultation_id") REFERENCES "consultation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "class_code" ADD CONSTRAINT "class_code_consultation_id_fkey" FOREIGN KEY ("consultation_id") REFERENCES "consultation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "response" ADD CONSTRAINT "response_consultation_id_fkey" FOREIGN KEY ("consultation_id") REFERENCES "consultation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer" ADD CONSTRAINT "answer_response_id_fkey" FOREIGN KEY ("response_id") REFERENCES "response"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "theme" ADD CONSTRAINT "theme_consultation_id_fkey" FOREIGN KEY ("consultation_id") REFERENCES "consultation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "theme" ADD CONSTRAINT "theme_measure_id_fkey" FOREIGN KEY ("measure_id") REFERENCES "measure"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact" ADD CONSTRAINT "contact_entity_id_fkey" FOREIGN KEY ("entity_id") REFERENCES "entity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact" ADD CONSTRAINT "contact_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "goal" ADD CONSTRAINT "goal_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objective" ADD CONSTRAINT "objective_goal_id_fkey" FOREIGN KEY ("goal_id") REFERENCES "goal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measure" ADD CONSTRAINT "measure_objective_id_fkey" FOREIGN KEY ("objective_id") REFERENCES "objective"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measure" ADD CONSTRAINT "measure_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "entity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measure_supporter" ADD CONSTRAINT "measure_supporter_measure_id_fkey" FOREIGN KEY ("measure_id") REFERENCES "measure"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measure_supporter" ADD CONSTRAINT "measure_supporter_entity_id_fkey" FOREIGN KEY ("entity_id") REFERENCES "entity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_measure_id_fkey" FOREIGN KEY ("measure_id") REFERENCES "measure"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "date_change" ADD CONSTRAINT "date_change_milestone_id_fkey" FOREIGN KEY ("milestone_id") REFERENCES "milestone"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "budget_line" ADD CONSTRAINT "budget_line_measure_id_fkey" FOREIGN KEY ("measure_id") REFERENCES "measure"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_measure_id_fkey" FOREIGN KEY ("measure_id") REFERENCES "measure"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator" ADD CONSTRAINT "indicator_goal_id_fkey" FOREIGN KEY ("goal_id") REFERENCES "goal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator" ADD CONSTRAINT "indicator_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "entity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measure_indicator" ADD CONSTRAINT "measure_indicator_measure_id_fkey" FOREIGN KEY ("measure_id") REFERENCES "measure"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measure_indicator" ADD CONSTRAINT "measure_indicator_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicator"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reading" ADD CONSTRAINT "reading_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicator"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reporting_rule" ADD CONSTRAINT "reporting_rule_policy_id_fkey" FOREIGN KEY ("policy_id") REFERENCES "reminder_policy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_address_id_fkey" FOREIGN KEY ("address_id") REFERENCES "address"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff" ADD CONSTRAINT "staff_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
