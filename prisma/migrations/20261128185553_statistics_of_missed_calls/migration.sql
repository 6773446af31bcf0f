-- AlterTable
ALTER TABLE "MissedCall" ADD COLUMN     "firstAttemptById" UUID;

-- CreateTable
CREATE TABLE "MissedCallTally" (
    "id" BIGSERIAL NOT NULL,
    "month" TIMESTAMPTZ(3) NOT NULL,
    "chainId" UUID NOT NULL,
    "lastStatus" "LastStatus" NOT NULL,
    "removalReason" "RemovalReason",
    "removedById" UUID,
    "isDeleted" BOOLEAN NOT NULL,
    "rows" INTEGER NOT NULL,

    CONSTRAINT "MissedCallTally_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CallBackTally" (
    "id" BIGSERIAL NOT NULL,
    "month" TIMESTAMPTZ(3) NOT NULL,
    "chainId" UUID NOT NULL,
    "byId" UUID,
    "minutes" INTEGER NOT NULL,
    "rows" INTEGER NOT NULL,

    CONSTRAINT "CallBackTally_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "MissedCallTally_month_chainId_idx" ON "MissedCallTally"("month", "chainId");

-- CreateIndex
CREATE INDEX "CallBackTally_month_chainId_idx" ON "CallBackTally"("month", "chainId");

-- CreateIndex
CREATE INDEX "MissedCall_lastMissedAt_idx" ON "MissedCall"("lastMissedAt");

-- CreateIndex
CREATE INDEX "MissedCall_firstAttemptById_idx" ON "MissedCall"("firstAttemptById");

-- AddForeignKey
ALTER TABLE "MissedCall" ADD CONSTRAINT "MissedCall_firstAttemptById_fkey" FOREIGN KEY ("firstAttemptById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- The list of all that is listed or hidden, page by page: what is permanently deleted is most of the table one day, and in none of them.
CREATE INDEX "MissedCall_lastMissedAt_id_idx" ON "MissedCall"("lastMissedAt" DESC, "id" DESC) WHERE state IN ('listed', 'hidden');
CREATE INDEX "MissedCall_chainId_lastMissedAt_id_idx" ON "MissedCall"("chainId", "lastMissedAt" DESC, "id" DESC) WHERE state IN ('listed', 'hidden');
-- Any part of a number or a name.
CREATE INDEX "MissedCall_text_idx" ON "MissedCall" USING gin ("callerE164" gin_trgm_ops, "callerName" gin_trgm_ops) WHERE state IN ('listed', 'hidden');

-- Within how many minutes somebody was called back, rounded up; the longer it took, the more coarsely, so that there are few of them.
CREATE FUNCTION call_back_minutes(missed timestamptz, called timestamptz) RETURNS integer LANGUAGE sql IMMUTABLE AS $$
    SELECT greatest(0, CASE
        WHEN called - missed <= interval '1 hour' THEN ceil(extract(epoch FROM called - missed)::float8 / 60)
        WHEN called - missed <= interval '3 hours' THEN ceil(extract(epoch FROM called - missed)::float8 / 300) * 5
        WHEN called - missed <= interval '12 hours' THEN ceil(extract(epoch FROM called - missed)::float8 / 900) * 15
        WHEN called - missed <= interval '48 hours' THEN ceil(extract(epoch FROM called - missed)::float8 / 3600) * 60
        ELSE least(44640, ceil(extract(epoch FROM called - missed)::float8 / 86400) * 1440)
    END)::integer
$$;

-- What was counted of a row is taken back and what is true of it now is added: nothing is updated, so nobody waits here for anybody.
CREATE FUNCTION tally_missed_call() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    had boolean := TG_OP <> 'INSERT' AND OLD.state <> 'withdrawn';
    has boolean := TG_OP <> 'DELETE' AND NEW.state <> 'withdrawn';
BEGIN
    IF NOT (had AND has AND (date_trunc('month', OLD."lastMissedAt", 'UTC'), OLD."lastStatus", OLD."removalReason", OLD."removedById", OLD.state = 'deleted')
        IS NOT DISTINCT FROM (date_trunc('month', NEW."lastMissedAt", 'UTC'), NEW."lastStatus", NEW."removalReason", NEW."removedById", NEW.state = 'deleted')) THEN
        IF had THEN
            INSERT INTO "MissedCallTally" ("month", "chainId", "lastStatus", "removalReason", "removedById", "isDeleted", "rows") VALUES
                (date_trunc('month', OLD."lastMissedAt", 'UTC'), OLD."chainId", OLD."lastStatus", OLD."removalReason", OLD."removedById", OLD.state = 'deleted', -1);
        END IF;
        IF has THEN
            INSERT INTO "MissedCallTally" ("month", "chainId", "lastStatus", "removalReason", "removedById", "isDeleted", "rows") VALUES
                (date_trunc('month', NEW."lastMissedAt", 'UTC'), NEW."chainId", NEW."lastStatus", NEW."removalReason", NEW."removedById", NEW.state = 'deleted', 1);
        END IF;
    END IF;

    had := had AND OLD."firstAttemptAt" IS NOT NULL;
    has := has AND NEW."firstAttemptAt" IS NOT NULL;
    IF NOT (had AND has AND (date_trunc('month', OLD."lastMissedAt", 'UTC'), OLD."firstAttemptById", OLD."firstMissedAt", OLD."firstAttemptAt")
        IS NOT DISTINCT FROM (date_trunc('month', NEW."lastMissedAt", 'UTC'), NEW."firstAttemptById", NEW."firstMissedAt", NEW."firstAttemptAt")) THEN
        IF had THEN
            INSERT INTO "CallBackTally" ("month", "chainId", "byId", "minutes", "rows") VALUES (date_trunc('month', OLD."lastMissedAt", 'UTC'),
                OLD."chainId", OLD."firstAttemptById", call_back_minutes(OLD."firstMissedAt", OLD."firstAttemptAt"), -1);
        END IF;
        IF has THEN
            INSERT INTO "CallBackTally" ("month", "chainId", "byId", "minutes", "rows") VALUES (date_trunc('month', NEW."lastMissedAt", 'UTC'),
                NEW."chainId", NEW."firstAttemptById", call_back_minutes(NEW."firstMissedAt", NEW."firstAttemptAt"), 1);
        END IF;
    END IF;

    RETURN NULL;
END
$$;

CREATE TRIGGER "MissedCall_tally" AFTER INSERT OR DELETE OR UPDATE OF state, "lastStatus", "removalReason", "removedById", "lastMissedAt",
    "firstMissedAt", "firstAttemptAt", "firstAttemptById" ON "MissedCall" FOR EACH ROW EXECUTE FUNCTION tally_missed_call();

-- What was there before.
INSERT INTO "MissedCallTally" ("month", "chainId", "lastStatus", "removalReason", "removedById", "isDeleted", "rows")
SELECT date_trunc('month', "lastMissedAt", 'UTC'), "chainId", "lastStatus", "removalReason", "removedById", state = 'deleted', count(*)
  FROM "MissedCall" WHERE state <> 'withdrawn' GROUP BY 1, 2, 3, 4, 5, 6;
INSERT INTO "CallBackTally" ("month", "chainId", "byId", "minutes", "rows")
SELECT date_trunc('month', "lastMissedAt", 'UTC'), "chainId", "firstAttemptById", call_back_minutes("firstMissedAt", "firstAttemptAt"), count(*)
  FROM "MissedCall" WHERE state <> 'withdrawn' AND "firstAttemptAt" IS NOT NULL GROUP BY 1, 2, 3, 4;
