-- AlterEnum
ALTER TYPE "MissedCallState" ADD VALUE 'deleted';

-- AlterTable
ALTER TABLE "Line" ADD COLUMN     "feedsMissedCalls" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "MissedCall" ADD COLUMN     "assigneeId" UUID;

-- CreateTable
CREATE TABLE "MissedCallSettings" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "retentionDays" INTEGER DEFAULT 14,
    "deleteAfterDays" INTEGER DEFAULT 90,
    "hidesCalledBack" BOOLEAN NOT NULL DEFAULT true,
    "hidesAfterSms" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "MissedCallSettings_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "MissedCall_assigneeId_idx" ON "MissedCall"("assigneeId");

-- AddForeignKey
ALTER TABLE "MissedCall" ADD CONSTRAINT "MissedCall_assigneeId_fkey" FOREIGN KEY ("assigneeId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;
