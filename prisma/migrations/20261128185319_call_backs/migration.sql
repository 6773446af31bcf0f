-- CreateTable
CREATE TABLE "CallBack" (
    "id" UUID NOT NULL,
    "callerE164" TEXT,
    "byId" UUID NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "missedCallIds" UUID[],
    "callId" UUID,
    "answeredAt" TIMESTAMPTZ(3),
    "outcome" "LastStatus",
    "endedAt" TIMESTAMPTZ(3),
    "leasedUntil" TIMESTAMPTZ(3),

    CONSTRAINT "CallBack_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "CallBack_callId_key" ON "CallBack"("callId");

-- CreateIndex
CREATE INDEX "CallBack_callerE164_startedAt_idx" ON "CallBack"("callerE164", "startedAt" DESC);

-- CreateIndex
CREATE INDEX "CallBack_byId_startedAt_idx" ON "CallBack"("byId", "startedAt" DESC);

-- Those that are not over are few, and asked for by every look at the list.
CREATE INDEX "CallBack_open_idx" ON "CallBack"("callerE164") WHERE "endedAt" IS NULL;

-- AddForeignKey
ALTER TABLE "CallBack" ADD CONSTRAINT "CallBack_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CallBack" ADD CONSTRAINT "CallBack_callId_fkey" FOREIGN KEY ("callId") REFERENCES "Call"("id") ON DELETE SET NULL ON UPDATE CASCADE;
