-- CreateTable
CREATE TABLE "outcome_step" (
    "consultation_id" TEXT NOT NULL,
    "measure_id" TEXT NOT NULL DEFAULT '',
    "step" TEXT NOT NULL,
    "noted_at" TIMESTAMPTZ(3) NOT NULL,
    "checkpoint" UUID,
    "told_at" TIMESTAMPTZ(3),

    CONSTRAINT "outcome_step_pkey" PRIMARY KEY ("consultation_id","measure_id","step")
);

-- AddForeignKey
ALTER TABLE "outcome_step" ADD CONSTRAINT "outcome_step_consultation_id_fkey" FOREIGN KEY ("consultation_id") REFERENCES "consultation"("id") ON DELETE CASCADE ON UPDATE CASCADE;
