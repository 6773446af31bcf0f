-- CreateEnum
CREATE TYPE "SmsProvider" AS ENUM ('twilio', 'smsapi', 'http');

-- CreateEnum
CREATE TYPE "SmsState" AS ENUM ('queued', 'sending', 'sent', 'delivered', 'undelivered', 'failed');

-- CreateEnum
CREATE TYPE "MailState" AS ENUM ('queued', 'sending', 'sent', 'failed');

-- AlterTable
ALTER TABLE "User" ADD COLUMN     "mailsMissedCalls" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "SmsSettings" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "provider" "SmsProvider",
    "sender" TEXT NOT NULL DEFAULT '',
    "accountSid" TEXT NOT NULL DEFAULT '',
    "url" TEXT NOT NULL DEFAULT '',
    "body" TEXT NOT NULL DEFAULT '',
    "secretHeader" TEXT NOT NULL DEFAULT 'Authorization',
    "idPath" TEXT NOT NULL DEFAULT '',
    "dropsRepeats" BOOLEAN NOT NULL DEFAULT false,
    "sealedSecret" TEXT,
    "sealedReportSecret" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "SmsSettings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SmsTemplate" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "SmsTemplate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SmsMessage" (
    "id" UUID NOT NULL,
    "missedCallId" UUID NOT NULL,
    "toE164" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "byId" UUID NOT NULL,
    "state" "SmsState" NOT NULL DEFAULT 'queued',
    "queuedAt" TIMESTAMPTZ(3) NOT NULL,
    "nextAttemptAt" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "leasedUntil" TIMESTAMPTZ(3),
    "provider" "SmsProvider",
    "providerId" TEXT,
    "sentAt" TIMESTAMPTZ(3),
    "settledAt" TIMESTAMPTZ(3),
    "cause" TEXT,
    "hidAt" TIMESTAMPTZ(3),

    CONSTRAINT "SmsMessage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MissedCallMail" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "chainId" UUID NOT NULL,
    "state" "MailState" NOT NULL DEFAULT 'queued',
    "queuedAt" TIMESTAMPTZ(3) NOT NULL,
    "nextAttemptAt" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "leasedUntil" TIMESTAMPTZ(3),
    "settledAt" TIMESTAMPTZ(3),
    "cause" TEXT,

    CONSTRAINT "MissedCallMail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MissedCallNotice" (
    "id" BIGSERIAL NOT NULL,
    "userId" UUID NOT NULL,
    "chainId" UUID NOT NULL,
    "missedCallId" UUID NOT NULL,
    "missedAt" TIMESTAMPTZ(3) NOT NULL,
    "misses" INTEGER NOT NULL,
    "mailId" UUID,

    CONSTRAINT "MissedCallNotice_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "SmsTemplate_name_key" ON "SmsTemplate"("name");

-- CreateIndex
CREATE INDEX "SmsMessage_missedCallId_queuedAt_idx" ON "SmsMessage"("missedCallId", "queuedAt" DESC);

-- CreateIndex
CREATE INDEX "SmsMessage_providerId_idx" ON "SmsMessage"("providerId");

-- CreateIndex
CREATE INDEX "SmsMessage_toE164_idx" ON "SmsMessage"("toE164");

-- CreateIndex
CREATE INDEX "SmsMessage_byId_idx" ON "SmsMessage"("byId");

-- CreateIndex
CREATE INDEX "SmsMessage_queuedAt_idx" ON "SmsMessage"("queuedAt");

-- CreateIndex
CREATE INDEX "MissedCallMail_userId_chainId_queuedAt_idx" ON "MissedCallMail"("userId", "chainId", "queuedAt" DESC);

-- CreateIndex
CREATE INDEX "MissedCallMail_queuedAt_idx" ON "MissedCallMail"("queuedAt");

-- CreateIndex
CREATE INDEX "MissedCallMail_chainId_idx" ON "MissedCallMail"("chainId");

-- CreateIndex
CREATE INDEX "MissedCallNotice_mailId_idx" ON "MissedCallNotice"("mailId");

-- CreateIndex
CREATE INDEX "MissedCallNotice_missedCallId_idx" ON "MissedCallNotice"("missedCallId");

-- CreateIndex
CREATE INDEX "MissedCallNotice_userId_idx" ON "MissedCallNotice"("userId");

-- AddForeignKey
ALTER TABLE "SmsMessage" ADD CONSTRAINT "SmsMessage_missedCallId_fkey" FOREIGN KEY ("missedCallId") REFERENCES "MissedCall"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SmsMessage" ADD CONSTRAINT "SmsMessage_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MissedCallMail" ADD CONSTRAINT "MissedCallMail_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MissedCallMail" ADD CONSTRAINT "MissedCallMail_chainId_fkey" FOREIGN KEY ("chainId") REFERENCES "LedgerChain"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MissedCallNotice" ADD CONSTRAINT "MissedCallNotice_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MissedCallNotice" ADD CONSTRAINT "MissedCallNotice_missedCallId_fkey" FOREIGN KEY ("missedCallId") REFERENCES "MissedCall"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MissedCallNotice" ADD CONSTRAINT "MissedCallNotice_mailId_fkey" FOREIGN KEY ("mailId") REFERENCES "MissedCallMail"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One message to a missed call is under way at a time: two who press Send together send one.
CREATE UNIQUE INDEX "SmsMessage_under_way" ON "SmsMessage" ("missedCallId") WHERE state IN ('queued', 'sending');

-- What the jobs look for, however much is behind them.
CREATE INDEX "SmsMessage_due" ON "SmsMessage" ("nextAttemptAt") WHERE state IN ('queued', 'sending');
CREATE INDEX "SmsMessage_failed" ON "SmsMessage" ("settledAt") WHERE state = 'failed';
CREATE INDEX "MissedCallMail_due" ON "MissedCallMail" ("nextAttemptAt") WHERE state IN ('queued', 'sending');
CREATE INDEX "MissedCallMail_failed" ON "MissedCallMail" ("settledAt") WHERE state = 'failed';
CREATE INDEX "MissedCallNotice_waiting" ON "MissedCallNotice" ("userId", "chainId", id) WHERE "mailId" IS NULL;

-- Asked in the transaction of every miss; nobody on most days.
CREATE INDEX "User_mails_missed_calls" ON "User" (id) WHERE "mailsMissedCalls";
