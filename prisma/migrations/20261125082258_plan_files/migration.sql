-- AlterTable
ALTER TABLE "entity" ADD COLUMN     "details" JSONB,
ADD COLUMN     "position" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "indicator" ADD COLUMN     "position" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "measure" ADD COLUMN     "risks" JSONB NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "measure_indicator" ADD COLUMN     "position" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "measure_supporter" ADD COLUMN     "position" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "plan" ADD COLUMN     "details" JSONB,
ADD COLUMN     "phases" JSONB NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "reminder_policy" ADD COLUMN     "position" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "reporting_rule" ADD COLUMN     "position" INTEGER NOT NULL DEFAULT 0;

-- What the columns do not hold stands under the file's own keys from now on.
UPDATE "plan" SET "phases" = coalesce("cycle"->'phases', '[]'), "cycle" = "cycle" - 'phases';
UPDATE "goal" SET "details" = jsonb_strip_nulls(jsonb_build_object('cfci_goals', "details"->'cfciGoals', 'pillar', "details"->'pillar'))
WHERE "details" IS NOT NULL;
UPDATE "measure" SET "risks" = coalesce("details"->'risks', '[]'),
  "details" = jsonb_strip_nulls(jsonb_build_object('participation', "details"->'participation', 'age_groups', "details"->'ageGroups'))
WHERE "details" IS NOT NULL;
