-- AlterTable
ALTER TABLE "InquiryDraft" ADD COLUMN     "isWaiting" BOOLEAN NOT NULL DEFAULT false;

-- CreateIndex
CREATE INDEX "InquiryDraft_changedAt_idx" ON "InquiryDraft"("changedAt");

-- CreateIndex
CREATE INDEX "InquiryDraft_interestId_idx" ON "InquiryDraft"("interestId");
