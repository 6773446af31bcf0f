-- CreateTable
CREATE TABLE "Tag" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "key" TEXT NOT NULL,

    CONSTRAINT "Tag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MissedCallTag" (
    "missedCallId" UUID NOT NULL,
    "tagId" UUID NOT NULL,
    "byId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MissedCallTag_pkey" PRIMARY KEY ("missedCallId","tagId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Tag_key_key" ON "Tag"("key");

-- CreateIndex
CREATE INDEX "MissedCallTag_tagId_idx" ON "MissedCallTag"("tagId");

-- CreateIndex
CREATE INDEX "MissedCallTag_byId_idx" ON "MissedCallTag"("byId");

-- AddForeignKey
ALTER TABLE "MissedCallTag" ADD CONSTRAINT "MissedCallTag_missedCallId_fkey" FOREIGN KEY ("missedCallId") REFERENCES "MissedCall"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MissedCallTag" ADD CONSTRAINT "MissedCallTag_tagId_fkey" FOREIGN KEY ("tagId") REFERENCES "Tag"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MissedCallTag" ADD CONSTRAINT "MissedCallTag_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;
