-- AlterTable
ALTER TABLE "announcement" ADD COLUMN     "tally" JSONB;
