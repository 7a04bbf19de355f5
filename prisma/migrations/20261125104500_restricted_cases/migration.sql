-- DropIndex
DROP INDEX "safeguarding_case_acknowledged_at_idx";

-- AlterTable
ALTER TABLE "safeguarding_case" DROP COLUMN "category",
ADD COLUMN     "contact" BYTEA,
ALTER COLUMN "id" SET DATA TYPE TEXT,
ALTER COLUMN "sealed" DROP NOT NULL;

-- CreateTable
CREATE TABLE "loose_text" (
    "id" UUID NOT NULL,
    "consultation_id" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "text" BYTEA,
    "since" DATE NOT NULL,
    "review" TEXT NOT NULL DEFAULT 'waiting',
    "released" TEXT,

    CONSTRAINT "loose_text_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "loose_text_consultation_id_idx" ON "loose_text"("consultation_id");

-- CreateIndex
CREATE INDEX "safeguarding_case_closed_at_idx" ON "safeguarding_case"("closed_at");

-- AddForeignKey
ALTER TABLE "loose_text" ADD CONSTRAINT "loose_text_consultation_id_fkey" FOREIGN KEY ("consultation_id") REFERENCES "consultation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What waits for a moderator is looked for every minute, among every answer there is.
CREATE INDEX "answer_waiting_idx" ON "answer"("response_id") WHERE "review" = 'waiting';
