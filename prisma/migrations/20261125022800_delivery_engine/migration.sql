-- Nothing was ever written to these two tables, so the new shape starts anew.
DROP TABLE "delivery";

-- AlterTable
ALTER TABLE "announcement" DROP CONSTRAINT "announcement_pkey",
ADD COLUMN     "approved_at" TIMESTAMPTZ(3),
ADD COLUMN     "ended_at" TIMESTAMPTZ(3),
ADD COLUMN     "expanded_at" TIMESTAMPTZ(3),
ADD COLUMN     "hash" TEXT NOT NULL,
ADD COLUMN     "if_unknown" TEXT NOT NULL DEFAULT 'again',
ADD COLUMN     "is_late_included" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "link" JSONB,
ADD COLUMN     "number" SERIAL NOT NULL,
ADD COLUMN     "paused_by" TEXT,
ADD COLUMN     "picture" BYTEA,
ADD COLUMN     "picture_info" JSONB,
ADD COLUMN     "started_at" TIMESTAMPTZ(3),
ALTER COLUMN "id" SET DATA TYPE TEXT,
ADD CONSTRAINT "announcement_pkey" PRIMARY KEY ("id");

-- The columns stand in the order that packs them best: an announcement may have ten million of these rows.
CREATE TABLE "delivery" (
    "batch" INTEGER NOT NULL,
    "fence" INTEGER NOT NULL DEFAULT 0,
    "recipient_id" UUID NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "not_after" TIMESTAMPTZ(3),
    "settled_at" TIMESTAMPTZ(3),
    "lane" SMALLINT NOT NULL,
    "attempts" SMALLINT NOT NULL DEFAULT 0,
    "is_urgent" BOOLEAN NOT NULL DEFAULT false,
    "channel" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "about" TEXT NOT NULL DEFAULT '',
    "reason" TEXT,
    "message" BYTEA,

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("batch", "recipient_id", "about")
) PARTITION BY LIST ("batch");

-- Single messages. An announcement gets its partition when it is expanded, and loses it in one piece when it is forgotten.
CREATE TABLE "delivery_single" PARTITION OF "delivery" FOR VALUES IN (0);

-- What is next among single messages, and what is on its way. Settled rows are in neither.
CREATE INDEX "delivery_single_next" ON "delivery_single" ("channel", "not_after", "due_at") WHERE "status" IN ('waiting', 'held');
CREATE INDEX "delivery_single_sending" ON "delivery_single" ("channel") WHERE "status" = 'sending';

-- CreateTable
CREATE TABLE "sender" (
    "fence" SERIAL NOT NULL,
    "channel" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sender_pkey" PRIMARY KEY ("fence")
);

-- CreateTable
CREATE TABLE "place" (
    "id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "lookup" BYTEA NOT NULL,
    "sealed" BYTEA NOT NULL,
    "label" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "added_by" TEXT NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "suppressed_at" TIMESTAMPTZ(3),
    "suppressed_by" TEXT,

    CONSTRAINT "place_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "sender_channel_idx" ON "sender"("channel");

-- CreateIndex
CREATE UNIQUE INDEX "place_lookup_key" ON "place"("lookup");

-- CreateIndex
CREATE UNIQUE INDEX "announcement_number_key" ON "announcement"("number");
