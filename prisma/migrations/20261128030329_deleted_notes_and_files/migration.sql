-- AlterTable
ALTER TABLE "Note" ADD COLUMN     "deletedAt" TIMESTAMPTZ(3),
ADD COLUMN     "wasOfCallId" UUID,
ADD COLUMN     "wasOfCustomerId" UUID;

-- AlterTable
ALTER TABLE "StoredFile" ADD COLUMN     "deletedAt" TIMESTAMPTZ(3),
ADD COLUMN     "wasOfCustomerId" UUID,
ADD COLUMN     "wasOfNoteId" UUID,
ADD COLUMN     "wasPhoto" BOOLEAN NOT NULL DEFAULT false;

-- AddForeignKey
ALTER TABLE "Note" ADD CONSTRAINT "Note_wasOfCustomerId_fkey" FOREIGN KEY ("wasOfCustomerId") REFERENCES "Customer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Note" ADD CONSTRAINT "Note_wasOfCallId_fkey" FOREIGN KEY ("wasOfCallId") REFERENCES "Call"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StoredFile" ADD CONSTRAINT "StoredFile_wasOfCustomerId_fkey" FOREIGN KEY ("wasOfCustomerId") REFERENCES "Customer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StoredFile" ADD CONSTRAINT "StoredFile_wasOfNoteId_fkey" FOREIGN KEY ("wasOfNoteId") REFERENCES "Note"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What was deleted is about nobody, and remembers whom it was about.
ALTER TABLE "Note" DROP CONSTRAINT "Note_subject_check";
ALTER TABLE "Note" ADD CONSTRAINT "Note_subject_check" CHECK (
  CASE WHEN "deletedAt" IS NULL THEN "customerId" IS NOT NULL OR "callId" IS NOT NULL
       ELSE "customerId" IS NULL AND "callId" IS NULL END
);
ALTER TABLE "StoredFile" ADD CONSTRAINT "StoredFile_deleted_check" CHECK (
  "deletedAt" IS NULL OR ("customerId" IS NULL AND "noteId" IS NULL)
);

-- Few rows each: what waits to be swept away, and what goes with an owner that is deleted meanwhile.
CREATE INDEX "Note_deleted_idx" ON "Note" ("deletedAt") WHERE "deletedAt" IS NOT NULL;
CREATE INDEX "Note_wasOfCustomer_idx" ON "Note" ("wasOfCustomerId") WHERE "wasOfCustomerId" IS NOT NULL;
CREATE INDEX "Note_wasOfCall_idx" ON "Note" ("wasOfCallId") WHERE "wasOfCallId" IS NOT NULL;
CREATE INDEX "StoredFile_deleted_idx" ON "StoredFile" ("deletedAt") WHERE "deletedAt" IS NOT NULL;
CREATE INDEX "StoredFile_incomplete_idx" ON "StoredFile" ("createdAt") WHERE "completedAt" IS NULL;
CREATE INDEX "StoredFile_wasOfCustomer_idx" ON "StoredFile" ("wasOfCustomerId") WHERE "wasOfCustomerId" IS NOT NULL;
CREATE INDEX "StoredFile_wasOfNote_idx" ON "StoredFile" ("wasOfNoteId") WHERE "wasOfNoteId" IS NOT NULL;
