-- CreateEnum
CREATE TYPE "CustomerFieldKind" AS ENUM ('text', 'number', 'date', 'choice', 'yes_no');

-- CreateEnum
CREATE TYPE "ImportState" AS ENUM ('uploaded', 'waiting', 'running', 'done', 'stopped', 'failed');

-- AlterTable
ALTER TABLE "Customer" ADD COLUMN     "extra" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "photoId" UUID;

-- AlterTable
ALTER TABLE "Organisation" ADD COLUMN     "callerCardFacts" JSONB NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "PhoneNumber" ADD COLUMN     "chosenAt" TIMESTAMPTZ(3),
ADD COLUMN     "contactId" UUID;

-- CreateTable
CREATE TABLE "ContactPerson" (
    "id" UUID NOT NULL,
    "customerId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "position" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ContactPerson_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CustomerField" (
    "id" UUID NOT NULL,
    "label" TEXT NOT NULL,
    "kind" "CustomerFieldKind" NOT NULL,
    "choices" TEXT[],
    "position" INTEGER NOT NULL DEFAULT 0,
    "archivedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CustomerField_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CustomerMerge" (
    "id" UUID NOT NULL,
    "keptId" UUID NOT NULL,
    "mergedId" UUID NOT NULL,
    "mergedName" TEXT NOT NULL,
    "snapshot" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "byId" UUID,
    "undoneAt" TIMESTAMPTZ(3),

    CONSTRAINT "CustomerMerge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Note" (
    "id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "customerId" UUID,
    "callId" UUID,
    "authorId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StoredFile" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL DEFAULT 0,
    "completedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "uploadedById" UUID,
    "customerId" UUID,
    "noteId" UUID,

    CONSTRAINT "StoredFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FileChunk" (
    "fileId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "data" BYTEA NOT NULL,

    CONSTRAINT "FileChunk_pkey" PRIMARY KEY ("fileId","position")
);

-- CreateTable
CREATE TABLE "CustomerImport" (
    "id" UUID NOT NULL,
    "fileId" UUID,
    "fileName" TEXT NOT NULL,
    "state" "ImportState" NOT NULL DEFAULT 'uploaded',
    "settings" JSONB NOT NULL DEFAULT '{}',
    "totalLines" INTEGER NOT NULL DEFAULT 0,
    "doneLines" INTEGER NOT NULL DEFAULT 0,
    "addedCount" INTEGER NOT NULL DEFAULT 0,
    "changedCount" INTEGER NOT NULL DEFAULT 0,
    "refusedCount" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "startedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "CustomerImport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportRefusal" (
    "importId" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "ImportRefusal_pkey" PRIMARY KEY ("importId","line")
);

-- CreateIndex
CREATE INDEX "ContactPerson_customerId_name_id_idx" ON "ContactPerson"("customerId", "name", "id");

-- CreateIndex
CREATE INDEX "CustomerField_position_id_idx" ON "CustomerField"("position", "id");

-- CreateIndex
CREATE INDEX "CustomerMerge_keptId_at_idx" ON "CustomerMerge"("keptId", "at" DESC);

-- CreateIndex
CREATE INDEX "CustomerMerge_mergedId_idx" ON "CustomerMerge"("mergedId");

-- CreateIndex
CREATE INDEX "Note_customerId_createdAt_idx" ON "Note"("customerId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "Note_callId_createdAt_idx" ON "Note"("callId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "StoredFile_customerId_createdAt_idx" ON "StoredFile"("customerId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "StoredFile_noteId_idx" ON "StoredFile"("noteId");

-- CreateIndex
CREATE INDEX "StoredFile_createdAt_idx" ON "StoredFile"("createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "CustomerImport_fileId_key" ON "CustomerImport"("fileId");

-- CreateIndex
CREATE INDEX "CustomerImport_createdAt_idx" ON "CustomerImport"("createdAt" DESC);

-- CreateIndex
CREATE INDEX "Call_toE164_startedAt_idx" ON "Call"("toE164", "startedAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Customer_photoId_key" ON "Customer"("photoId");

-- CreateIndex
CREATE INDEX "PhoneNumber_contactId_idx" ON "PhoneNumber"("contactId");

-- AddForeignKey
ALTER TABLE "Customer" ADD CONSTRAINT "Customer_photoId_fkey" FOREIGN KEY ("photoId") REFERENCES "StoredFile"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContactPerson" ADD CONSTRAINT "ContactPerson_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "Customer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CustomerMerge" ADD CONSTRAINT "CustomerMerge_keptId_fkey" FOREIGN KEY ("keptId") REFERENCES "Customer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CustomerMerge" ADD CONSTRAINT "CustomerMerge_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Note" ADD CONSTRAINT "Note_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "Customer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Note" ADD CONSTRAINT "Note_callId_fkey" FOREIGN KEY ("callId") REFERENCES "Call"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Note" ADD CONSTRAINT "Note_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StoredFile" ADD CONSTRAINT "StoredFile_uploadedById_fkey" FOREIGN KEY ("uploadedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StoredFile" ADD CONSTRAINT "StoredFile_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "Customer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StoredFile" ADD CONSTRAINT "StoredFile_noteId_fkey" FOREIGN KEY ("noteId") REFERENCES "Note"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FileChunk" ADD CONSTRAINT "FileChunk_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "StoredFile"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CustomerImport" ADD CONSTRAINT "CustomerImport_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "StoredFile"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CustomerImport" ADD CONSTRAINT "CustomerImport_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportRefusal" ADD CONSTRAINT "ImportRefusal_importId_fkey" FOREIGN KEY ("importId") REFERENCES "CustomerImport"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PhoneNumber" ADD CONSTRAINT "PhoneNumber_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "ContactPerson"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- A file has one owner: a customer's own list, or a note.
ALTER TABLE "StoredFile" ADD CONSTRAINT "StoredFile_owner_check" CHECK ("customerId" IS NULL OR "noteId" IS NULL);
-- A note is about somebody, or of a call.
ALTER TABLE "Note" ADD CONSTRAINT "Note_subject_check" CHECK ("customerId" IS NOT NULL OR "callId" IS NOT NULL);
-- Only a customer's number can be that of a contact person.
ALTER TABLE "PhoneNumber" ADD CONSTRAINT "PhoneNumber_contact_check" CHECK ("contactId" IS NULL OR "customerId" IS NOT NULL);
-- One merge of a record is in force at a time.
CREATE UNIQUE INDEX "CustomerMerge_in_force_key" ON "CustomerMerge" ("mergedId") WHERE "undoneAt" IS NULL;
