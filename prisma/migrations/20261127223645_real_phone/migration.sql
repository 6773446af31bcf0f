-- CreateEnum
CREATE TYPE "CallsWith" AS ENUM ('browser', 'desk_phone', 'application');

-- CreateEnum
CREATE TYPE "PbxLinkState" AS ENUM ('unknown', 'up', 'down');

-- AlterTable
ALTER TABLE "User" ADD COLUMN     "callKeys" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "callsWith" "CallsWith" NOT NULL DEFAULT 'browser',
ADD COLUMN     "presentsLineId" UUID,
ADD COLUMN     "showsDialer" BOOLEAN NOT NULL DEFAULT true;

-- CreateTable
CREATE TABLE "AsteriskServer" (
    "connectionId" UUID NOT NULL,
    "amiHost" TEXT NOT NULL,
    "amiPort" INTEGER NOT NULL DEFAULT 5038,
    "amiTls" BOOLEAN NOT NULL DEFAULT false,
    "amiUser" TEXT NOT NULL,
    "sealedAmiSecret" TEXT NOT NULL,
    "trunks" TEXT[],
    "extensionPattern" TEXT NOT NULL DEFAULT '^\d{2,5}$',
    "dialContext" TEXT NOT NULL DEFAULT 'offhook-operators',
    "resumeContext" TEXT NOT NULL DEFAULT 'offhook-resume',
    "sipAddress" TEXT NOT NULL DEFAULT '',
    "sipDomain" TEXT NOT NULL DEFAULT '',
    "sipRealm" TEXT NOT NULL DEFAULT 'asterisk',
    "stunUrl" TEXT NOT NULL DEFAULT '',
    "turnUrl" TEXT NOT NULL DEFAULT '',
    "sealedTurnSecret" TEXT,
    "linkState" "PbxLinkState" NOT NULL DEFAULT 'unknown',
    "linkProblem" TEXT,
    "linkAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "AsteriskServer_pkey" PRIMARY KEY ("connectionId")
);

-- CreateTable
CREATE TABLE "CallQuality" (
    "callId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "mos" DOUBLE PRECISION NOT NULL,
    "worstMos" DOUBLE PRECISION NOT NULL,
    "lossPercent" DOUBLE PRECISION NOT NULL,
    "jitterMs" DOUBLE PRECISION NOT NULL,
    "roundTripMs" DOUBLE PRECISION NOT NULL,
    "cause" TEXT,
    "measuredForSeconds" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CallQuality_pkey" PRIMARY KEY ("callId","userId")
);

-- AddForeignKey
ALTER TABLE "User" ADD CONSTRAINT "User_presentsLineId_fkey" FOREIGN KEY ("presentsLineId") REFERENCES "Line"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AsteriskServer" ADD CONSTRAINT "AsteriskServer_connectionId_fkey" FOREIGN KEY ("connectionId") REFERENCES "PbxConnection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CallQuality" ADD CONSTRAINT "CallQuality_callId_fkey" FOREIGN KEY ("callId") REFERENCES "Call"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CallQuality" ADD CONSTRAINT "CallQuality_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
