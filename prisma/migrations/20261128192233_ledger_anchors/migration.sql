-- CreateTable
CREATE TABLE "LedgerAnchor" (
    "chainId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "LedgerAnchor_pkey" PRIMARY KEY ("chainId","seq")
);

CREATE TRIGGER "LedgerAnchor_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "LedgerAnchor"
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_is_append_only();
