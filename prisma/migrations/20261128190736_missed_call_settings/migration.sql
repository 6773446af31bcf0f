-- CreateEnum
CREATE TYPE "NoticeTo" AS ENUM ('line', 'assignee');

-- AlterTable
ALTER TABLE "MissedCall" ADD COLUMN     "isOutsideHours" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "MissedCallSettings" ADD COLUMN     "notifies" "NoticeTo" NOT NULL DEFAULT 'line',
ADD COLUMN     "workingHours" JSONB NOT NULL DEFAULT '{}';


-- Which hidden rows are due to be deleted for good.
CREATE INDEX "MissedCall_hidden_idx" ON "MissedCall"("removedAt") WHERE state = 'hidden';
