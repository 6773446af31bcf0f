-- CreateEnum
CREATE TYPE "InterestStageKind" AS ENUM ('active', 'won', 'lost');

-- CreateEnum
CREATE TYPE "StandardStage" AS ENUM ('new', 'in_work', 'won', 'lost');

-- CreateEnum
CREATE TYPE "InteractionKind" AS ENUM ('call', 'note', 'sms', 'email', 'stage_change');

-- AlterTable
ALTER TABLE "Customer" ADD COLUMN     "managerId" UUID;

-- AlterTable
ALTER TABLE "User" ADD COLUMN     "opensInterest" BOOLEAN NOT NULL DEFAULT true;

-- CreateTable
CREATE TABLE "InterestStage" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "standard" "StandardStage",
    "kind" "InterestStageKind" NOT NULL,
    "position" INTEGER NOT NULL,
    "archivedAt" TIMESTAMPTZ(3),

    CONSTRAINT "InterestStage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ServiceType" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "archivedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ServiceType_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Interest" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "subject" TEXT NOT NULL,
    "whatToDo" TEXT NOT NULL DEFAULT '',
    "description" TEXT NOT NULL DEFAULT '',
    "serviceTypeId" UUID,
    "stageId" UUID NOT NULL,
    "stageSince" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "lostReason" TEXT NOT NULL DEFAULT '',
    "customerId" UUID,
    "contactId" UUID,
    "potentialName" TEXT NOT NULL DEFAULT '',
    "potentialCompany" TEXT NOT NULL DEFAULT '',
    "phoneE164" TEXT,
    "phoneDisplay" TEXT NOT NULL DEFAULT '',
    "responsibleId" UUID,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,
    "searchText" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Interest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Interaction" (
    "id" UUID NOT NULL,
    "interestId" UUID NOT NULL,
    "kind" "InteractionKind" NOT NULL,
    "callId" UUID,
    "text" TEXT NOT NULL DEFAULT '',
    "details" JSONB NOT NULL DEFAULT '{}',
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID,

    CONSTRAINT "Interaction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InterestTask" (
    "id" UUID NOT NULL,
    "interestId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "doneAt" TIMESTAMPTZ(3),
    "assigneeId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "InterestTask_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InquiryDraft" (
    "callId" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "changedById" UUID,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "interestId" UUID,
    "registeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "InquiryDraft_pkey" PRIMARY KEY ("callId")
);

-- CreateIndex
CREATE UNIQUE INDEX "InterestStage_standard_key" ON "InterestStage"("standard");

-- CreateIndex
CREATE INDEX "InterestStage_position_id_idx" ON "InterestStage"("position", "id");

-- CreateIndex
CREATE INDEX "ServiceType_position_id_idx" ON "ServiceType"("position", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Interest_number_key" ON "Interest"("number");

-- CreateIndex
CREATE INDEX "Interest_responsibleId_closedAt_number_idx" ON "Interest"("responsibleId", "closedAt", "number" DESC);

-- CreateIndex
CREATE INDEX "Interest_closedAt_number_idx" ON "Interest"("closedAt", "number" DESC);

-- CreateIndex
CREATE INDEX "Interest_stageId_stageSince_id_idx" ON "Interest"("stageId", "stageSince" DESC, "id");

-- CreateIndex
CREATE INDEX "Interest_customerId_closedAt_idx" ON "Interest"("customerId", "closedAt");

-- CreateIndex
CREATE INDEX "Interest_phoneE164_idx" ON "Interest"("phoneE164");

-- CreateIndex
CREATE INDEX "Interest_searchText_idx" ON "Interest" USING GIN ("searchText" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "Interaction_interestId_at_id_idx" ON "Interaction"("interestId", "at" DESC, "id");

-- CreateIndex
CREATE INDEX "Interaction_callId_idx" ON "Interaction"("callId");

-- CreateIndex
CREATE UNIQUE INDEX "Interaction_interestId_callId_key" ON "Interaction"("interestId", "callId");

-- CreateIndex
CREATE INDEX "InterestTask_interestId_dueAt_idx" ON "InterestTask"("interestId", "dueAt");

-- CreateIndex
CREATE INDEX "InterestTask_assigneeId_doneAt_dueAt_idx" ON "InterestTask"("assigneeId", "doneAt", "dueAt");

-- CreateIndex
CREATE INDEX "Customer_managerId_idx" ON "Customer"("managerId");

-- AddForeignKey
ALTER TABLE "Customer" ADD CONSTRAINT "Customer_managerId_fkey" FOREIGN KEY ("managerId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Interest" ADD CONSTRAINT "Interest_serviceTypeId_fkey" FOREIGN KEY ("serviceTypeId") REFERENCES "ServiceType"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Interest" ADD CONSTRAINT "Interest_stageId_fkey" FOREIGN KEY ("stageId") REFERENCES "InterestStage"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Interest" ADD CONSTRAINT "Interest_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "Customer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Interest" ADD CONSTRAINT "Interest_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "ContactPerson"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Interest" ADD CONSTRAINT "Interest_responsibleId_fkey" FOREIGN KEY ("responsibleId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Interest" ADD CONSTRAINT "Interest_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Interaction" ADD CONSTRAINT "Interaction_interestId_fkey" FOREIGN KEY ("interestId") REFERENCES "Interest"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Interaction" ADD CONSTRAINT "Interaction_callId_fkey" FOREIGN KEY ("callId") REFERENCES "Call"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Interaction" ADD CONSTRAINT "Interaction_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InterestTask" ADD CONSTRAINT "InterestTask_interestId_fkey" FOREIGN KEY ("interestId") REFERENCES "Interest"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InterestTask" ADD CONSTRAINT "InterestTask_assigneeId_fkey" FOREIGN KEY ("assigneeId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InquiryDraft" ADD CONSTRAINT "InquiryDraft_callId_fkey" FOREIGN KEY ("callId") REFERENCES "Call"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InquiryDraft" ADD CONSTRAINT "InquiryDraft_changedById_fkey" FOREIGN KEY ("changedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- ── The words of an interest ────────────────────────────────────────────────────────────────────────────────────────

CREATE FUNCTION keep_interest_search_text() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  NEW."searchText" := ' ' || search_words(concat_ws(' ', NEW.number, NEW.subject, NEW."potentialName", NEW."potentialCompany"));
  RETURN NEW;
END
$$;
CREATE TRIGGER keep_search_text BEFORE INSERT OR UPDATE OF number, subject, "potentialName", "potentialCompany" ON "Interest"
  FOR EACH ROW EXECUTE FUNCTION keep_interest_search_text();

-- ── What every house begins with ────────────────────────────────────────────────────────────────────────────────────

-- A stage of an interest is not optional: they are there before anybody opens the administration.
INSERT INTO "InterestStage" (id, standard, kind, position) VALUES
  (gen_random_uuid(), 'new', 'active', 0),
  (gen_random_uuid(), 'in_work', 'active', 1),
  (gen_random_uuid(), 'won', 'won', 2),
  (gen_random_uuid(), 'lost', 'lost', 3);
