-- AlterTable
ALTER TABLE "district" DROP COLUMN "population";
