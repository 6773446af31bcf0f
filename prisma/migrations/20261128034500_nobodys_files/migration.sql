-- What the sweep looks through: files that no customer and no note has, among a million that somebody has.
CREATE INDEX "StoredFile_nobodys_idx" ON "StoredFile" ("createdAt") WHERE "customerId" IS NULL AND "noteId" IS NULL;
