-- CreateEnum
CREATE TYPE "MissedCallState" AS ENUM ('listed', 'hidden', 'withdrawn');

-- CreateEnum
CREATE TYPE "LastStatus" AS ENUM ('none', 'not_reached', 'reached', 'sms_sent');

-- CreateEnum
CREATE TYPE "RemovalReason" AS ENUM ('called_back', 'got_through', 'sms', 'retention', 'manual');

-- AlterTable
ALTER TABLE "Call" ADD COLUMN     "missedCallId" UUID;

-- CreateTable
CREATE TABLE "LedgerChain" (
    "id" UUID NOT NULL,
    "connectionId" UUID NOT NULL,
    "lineId" UUID,
    "seq" INTEGER NOT NULL DEFAULT 0,
    "hash" TEXT NOT NULL,

    CONSTRAINT "LedgerChain_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MissedCall" (
    "id" UUID NOT NULL,
    "chainId" UUID NOT NULL,
    "callerE164" TEXT,
    "callerDisplay" TEXT NOT NULL DEFAULT '',
    "callerName" TEXT NOT NULL DEFAULT '',
    "state" "MissedCallState" NOT NULL,
    "misses" INTEGER NOT NULL,
    "firstMissedAt" TIMESTAMPTZ(3) NOT NULL,
    "lastMissedAt" TIMESTAMPTZ(3) NOT NULL,
    "waitSeconds" INTEGER NOT NULL,
    "lastStatus" "LastStatus" NOT NULL DEFAULT 'none',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "firstAttemptAt" TIMESTAMPTZ(3),
    "firstReachedAt" TIMESTAMPTZ(3),
    "removedAt" TIMESTAMPTZ(3),
    "removalReason" "RemovalReason",
    "removedById" UUID,
    "restoredAt" TIMESTAMPTZ(3),
    "previousId" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "MissedCall_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LedgerEvent" (
    "chainId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "missedCallId" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID,
    "details" JSONB NOT NULL DEFAULT '{}',
    "privateDigest" TEXT,
    "hash" TEXT NOT NULL,

    CONSTRAINT "LedgerEvent_pkey" PRIMARY KEY ("chainId","seq")
);

-- CreateTable
CREATE TABLE "LedgerPrivate" (
    "chainId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "salt" TEXT NOT NULL,
    "data" JSONB NOT NULL,

    CONSTRAINT "LedgerPrivate_pkey" PRIMARY KEY ("chainId","seq")
);

-- CreateIndex
CREATE UNIQUE INDEX "LedgerChain_connectionId_lineId_key" ON "LedgerChain"("connectionId", "lineId") NULLS NOT DISTINCT;

-- CreateIndex
CREATE INDEX "MissedCall_state_lastMissedAt_id_idx" ON "MissedCall"("state", "lastMissedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "MissedCall_chainId_state_lastMissedAt_id_idx" ON "MissedCall"("chainId", "state", "lastMissedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "MissedCall_callerE164_lastMissedAt_idx" ON "MissedCall"("callerE164", "lastMissedAt" DESC);

-- CreateIndex
CREATE INDEX "MissedCall_previousId_idx" ON "MissedCall"("previousId");

-- CreateIndex
CREATE INDEX "LedgerEvent_missedCallId_seq_idx" ON "LedgerEvent"("missedCallId", "seq");

-- CreateIndex
CREATE INDEX "Call_missedCallId_idx" ON "Call"("missedCallId");

-- AddForeignKey
ALTER TABLE "Call" ADD CONSTRAINT "Call_missedCallId_fkey" FOREIGN KEY ("missedCallId") REFERENCES "MissedCall"("id") ON DELETE SET NULL ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "LedgerChain" ADD CONSTRAINT "LedgerChain_connectionId_fkey" FOREIGN KEY ("connectionId") REFERENCES "PbxConnection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LedgerChain" ADD CONSTRAINT "LedgerChain_lineId_fkey" FOREIGN KEY ("lineId") REFERENCES "Line"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MissedCall" ADD CONSTRAINT "MissedCall_chainId_fkey" FOREIGN KEY ("chainId") REFERENCES "LedgerChain"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MissedCall" ADD CONSTRAINT "MissedCall_removedById_fkey" FOREIGN KEY ("removedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MissedCall" ADD CONSTRAINT "MissedCall_previousId_fkey" FOREIGN KEY ("previousId") REFERENCES "MissedCall"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- The ledger is only ever appended to, whatever the application asks for.
CREATE FUNCTION ledger_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the ledger of missed calls is only ever appended to' USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE TRIGGER "LedgerEvent_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "LedgerEvent"
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_is_append_only();

-- A chain goes on from its head: it is not begun anew, nor shortened.
CREATE FUNCTION ledger_chain_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP IN ('DELETE', 'TRUNCATE') OR NEW.id <> OLD.id OR NEW."connectionId" <> OLD."connectionId"
       OR NEW."lineId" IS DISTINCT FROM OLD."lineId" OR NEW.seq < OLD.seq OR (NEW.seq = OLD.seq AND NEW.hash <> OLD.hash) THEN
        RAISE EXCEPTION 'a chain of the ledger only grows' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER "LedgerChain_grows" BEFORE UPDATE OR DELETE ON "LedgerChain"
    FOR EACH ROW EXECUTE FUNCTION ledger_chain_grows();

CREATE TRIGGER "LedgerChain_stays" BEFORE TRUNCATE ON "LedgerChain"
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_is_append_only();
