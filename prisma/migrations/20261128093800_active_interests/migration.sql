-- Lists and workplaces show active interests, a small part of all that ever were: no page of them walks past what is won or lost. An index
-- that begins with "closedAt" does not serve their order, for PostgreSQL takes `IS NULL` for no constant there.
CREATE INDEX "Interest_active_idx" ON "Interest" (number DESC) WHERE "closedAt" IS NULL;
CREATE INDEX "Interest_active_responsible_idx" ON "Interest" ("responsibleId", number DESC) WHERE "closedAt" IS NULL;
