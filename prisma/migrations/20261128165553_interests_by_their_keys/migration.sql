-- CreateIndex
CREATE INDEX "Interaction_byId_idx" ON "Interaction"("byId");

-- CreateIndex
CREATE INDEX "Interest_serviceTypeId_idx" ON "Interest"("serviceTypeId");

-- CreateIndex
CREATE INDEX "Interest_contactId_idx" ON "Interest"("contactId");

-- CreateIndex
CREATE INDEX "Interest_createdById_idx" ON "Interest"("createdById");

-- CreateIndex
CREATE INDEX "MissedCall_removedById_idx" ON "MissedCall"("removedById");
