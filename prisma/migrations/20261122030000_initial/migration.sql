-- CreateEnum
CREATE TYPE "Role" AS ENUM ('venue', 'operator', 'manager', 'supervisor', 'admin');

-- CreateEnum
CREATE TYPE "IncomingCallAction" AS ENUM ('open_delivery', 'register_inquiry', 'open_call_window', 'nothing');

-- CreateEnum
CREATE TYPE "PbxKind" AS ENUM ('practice', 'webhook', 'asterisk');

-- CreateEnum
CREATE TYPE "DeviceState" AS ENUM ('unknown', 'registered', 'unregistered');

-- CreateEnum
CREATE TYPE "LineKind" AS ENUM ('service', 'new_customer', 'callback');

-- CreateEnum
CREATE TYPE "CustomerClass" AS ENUM ('regular', 'vip', 'problem');

-- CreateEnum
CREATE TYPE "DeliveryStatus" AS ENUM ('draft', 'sent', 'rejected', 'accepted', 'cooking', 'ready', 'on_the_way', 'delivered', 'cancelled');

-- CreateEnum
CREATE TYPE "Fulfilment" AS ENUM ('delivery', 'pick_up');

-- CreateEnum
CREATE TYPE "CallDirection" AS ENUM ('inbound', 'outbound', 'internal');

-- CreateEnum
CREATE TYPE "CallPhase" AS ENUM ('offered', 'queued', 'ringing', 'talking', 'held', 'ended');

-- CreateEnum
CREATE TYPE "CallClass" AS ENUM ('callback', 'new_customer', 'service');

-- CreateEnum
CREATE TYPE "LegState" AS ENUM ('ringing', 'talking', 'ended');

-- CreateTable
CREATE TABLE "Organisation" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "name" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'en',

    CONSTRAINT "Organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "language" TEXT,
    "incomingCallAction" "IncomingCallAction" NOT NULL DEFAULT 'open_delivery',
    "isDemo" BOOLEAN NOT NULL DEFAULT false,
    "disabledAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "pointOfSaleId" UUID,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "userAgent" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignInFailure" (
    "id" BIGSERIAL NOT NULL,
    "account" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SignInFailure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoleGrant" (
    "role" "Role" NOT NULL,
    "permission" TEXT NOT NULL,

    CONSTRAINT "RoleGrant_pkey" PRIMARY KEY ("role","permission")
);

-- CreateTable
CREATE TABLE "PbxConnection" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "PbxKind" NOT NULL,
    "country" TEXT NOT NULL,
    "eventsPerSecond" INTEGER NOT NULL DEFAULT 2000,
    "eventBurst" INTEGER NOT NULL DEFAULT 10000,

    CONSTRAINT "PbxConnection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PbxSecret" (
    "id" UUID NOT NULL,
    "connectionId" UUID NOT NULL,
    "sealed" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3),

    CONSTRAINT "PbxSecret_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PbxAccount" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "connectionId" UUID NOT NULL,
    "login" TEXT NOT NULL,
    "sealedPassword" TEXT,
    "extension" TEXT NOT NULL,
    "isActive" BOOLEAN NOT NULL DEFAULT true,
    "device" "DeviceState" NOT NULL DEFAULT 'unknown',
    "deviceAt" TIMESTAMPTZ(3),

    CONSTRAINT "PbxAccount_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Line" (
    "id" UUID NOT NULL,
    "connectionId" UUID NOT NULL,
    "e164" TEXT NOT NULL,
    "display" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "LineKind" NOT NULL DEFAULT 'service',
    "priority" INTEGER NOT NULL DEFAULT 50,

    CONSTRAINT "Line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LineOperator" (
    "lineId" UUID NOT NULL,
    "userId" UUID NOT NULL,

    CONSTRAINT "LineOperator_pkey" PRIMARY KEY ("lineId","userId")
);

-- CreateTable
CREATE TABLE "Customer" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "company" TEXT,
    "class" "CustomerClass" NOT NULL DEFAULT 'regular',
    "note" TEXT NOT NULL DEFAULT '',
    "city" TEXT,
    "country" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Customer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Driver" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "isOnShift" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Driver_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PhoneNumber" (
    "id" UUID NOT NULL,
    "raw" TEXT NOT NULL,
    "e164" TEXT NOT NULL,
    "display" TEXT NOT NULL,
    "isPrimary" BOOLEAN NOT NULL DEFAULT false,
    "customerId" UUID,
    "driverId" UUID,

    CONSTRAINT "PhoneNumber_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Address" (
    "id" UUID NOT NULL,
    "customerId" UUID NOT NULL,
    "street" TEXT NOT NULL,
    "flat" TEXT NOT NULL DEFAULT '',
    "district" TEXT NOT NULL DEFAULT '',
    "city" TEXT NOT NULL DEFAULT '',
    "driverNote" TEXT NOT NULL DEFAULT '',
    "lastUsedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Address_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PointOfSale" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT NOT NULL DEFAULT '',
    "capacity" INTEGER NOT NULL DEFAULT 12,

    CONSTRAINT "PointOfSale_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Product" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "priceMinor" INTEGER NOT NULL,
    "isAvailable" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "Product_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Delivery" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "status" "DeliveryStatus" NOT NULL DEFAULT 'draft',
    "problemReason" TEXT,
    "customerId" UUID,
    "customerName" TEXT NOT NULL DEFAULT '',
    "phoneRaw" TEXT NOT NULL DEFAULT '',
    "phoneE164" TEXT,
    "phoneDisplay" TEXT NOT NULL DEFAULT '',
    "fulfilment" "Fulfilment" NOT NULL DEFAULT 'delivery',
    "street" TEXT NOT NULL DEFAULT '',
    "flat" TEXT NOT NULL DEFAULT '',
    "district" TEXT NOT NULL DEFAULT '',
    "city" TEXT NOT NULL DEFAULT '',
    "driverNote" TEXT NOT NULL DEFAULT '',
    "comment" TEXT NOT NULL DEFAULT '',
    "wantedAt" TIMESTAMPTZ(3),
    "pointOfSaleId" UUID,
    "driverId" UUID,
    "responsibleId" UUID,
    "callId" UUID,
    "totalMinor" INTEGER NOT NULL DEFAULT 0,
    "itemCount" INTEGER NOT NULL DEFAULT 0,
    "sentContent" JSONB,
    "sentTotalMinor" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "Delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DeliveryLine" (
    "id" UUID NOT NULL,
    "deliveryId" UUID NOT NULL,
    "productId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "priceMinor" INTEGER NOT NULL,
    "quantity" INTEGER NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "position" INTEGER NOT NULL,

    CONSTRAINT "DeliveryLine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DeliveryEvent" (
    "id" BIGSERIAL NOT NULL,
    "deliveryId" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID,
    "details" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "DeliveryEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Call" (
    "id" UUID NOT NULL,
    "connectionId" UUID NOT NULL,
    "pbxCallId" TEXT NOT NULL,
    "generation" INTEGER NOT NULL DEFAULT 0,
    "direction" "CallDirection" NOT NULL,
    "phase" "CallPhase" NOT NULL,
    "fromE164" TEXT,
    "fromRaw" TEXT NOT NULL DEFAULT '',
    "fromDisplay" TEXT NOT NULL DEFAULT '',
    "fromName" TEXT NOT NULL DEFAULT '',
    "isWithheld" BOOLEAN NOT NULL DEFAULT false,
    "toE164" TEXT,
    "toRaw" TEXT NOT NULL DEFAULT '',
    "toDisplay" TEXT NOT NULL DEFAULT '',
    "lineId" UUID,
    "class" "CallClass",
    "classReasons" JSONB NOT NULL DEFAULT '[]',
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "answeredAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "lastEventAt" TIMESTAMPTZ(3) NOT NULL,
    "lastHeardAt" TIMESTAMPTZ(3) NOT NULL,
    "cause" TEXT,
    "endedBy" TEXT,
    "isMissed" BOOLEAN NOT NULL DEFAULT false,
    "isEstimated" BOOLEAN NOT NULL DEFAULT false,
    "operatorId" UUID,
    "operatorExtension" TEXT,
    "waitSeconds" INTEGER NOT NULL DEFAULT 0,
    "talkSeconds" INTEGER NOT NULL DEFAULT 0,
    "eventCount" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "aboutDeliveryId" UUID,

    CONSTRAINT "Call_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Leg" (
    "callId" UUID NOT NULL,
    "legId" TEXT NOT NULL,
    "extension" TEXT,
    "userId" UUID,
    "state" "LegState" NOT NULL,
    "ringingAt" TIMESTAMPTZ(3),
    "answeredAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "cause" TEXT,

    CONSTRAINT "Leg_pkey" PRIMARY KEY ("callId","legId")
);

-- CreateTable
CREATE TABLE "CallEvent" (
    "id" BIGSERIAL NOT NULL,
    "connectionId" UUID NOT NULL,
    "pbxCallId" TEXT,
    "webhookId" TEXT NOT NULL,
    "index" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "occurredAt" TIMESTAMPTZ(3) NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "body" JSONB NOT NULL,

    CONSTRAINT "CallEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EventKey" (
    "connectionId" UUID NOT NULL,
    "webhookId" TEXT NOT NULL,
    "index" INTEGER NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "EventKey_pkey" PRIMARY KEY ("connectionId","webhookId","index")
);

-- CreateTable
CREATE TABLE "WebhookDelivery" (
    "id" BIGSERIAL NOT NULL,
    "connectionId" UUID,
    "source" TEXT NOT NULL,
    "webhookId" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "status" INTEGER NOT NULL,
    "bytes" INTEGER NOT NULL,
    "answer" JSONB NOT NULL,

    CONSTRAINT "WebhookDelivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "userId" UUID,
    "action" TEXT NOT NULL,
    "subjectType" TEXT NOT NULL,
    "subjectId" TEXT,
    "details" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE INDEX "User_role_idx" ON "User"("role");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE INDEX "Session_expiresAt_idx" ON "Session"("expiresAt");

-- CreateIndex
CREATE INDEX "SignInFailure_account_at_idx" ON "SignInFailure"("account", "at");

-- CreateIndex
CREATE INDEX "SignInFailure_address_at_idx" ON "SignInFailure"("address", "at");

-- CreateIndex
CREATE INDEX "SignInFailure_at_idx" ON "SignInFailure"("at");

-- CreateIndex
CREATE UNIQUE INDEX "PbxConnection_slug_key" ON "PbxConnection"("slug");

-- CreateIndex
CREATE INDEX "PbxSecret_connectionId_idx" ON "PbxSecret"("connectionId");

-- CreateIndex
CREATE UNIQUE INDEX "PbxAccount_connectionId_extension_key" ON "PbxAccount"("connectionId", "extension");

-- CreateIndex
CREATE UNIQUE INDEX "PbxAccount_userId_connectionId_key" ON "PbxAccount"("userId", "connectionId");

-- CreateIndex
CREATE UNIQUE INDEX "Line_connectionId_e164_key" ON "Line"("connectionId", "e164");

-- CreateIndex
CREATE INDEX "LineOperator_userId_idx" ON "LineOperator"("userId");

-- CreateIndex
CREATE INDEX "Customer_name_id_idx" ON "Customer"("name", "id");

-- CreateIndex
CREATE INDEX "Driver_name_id_idx" ON "Driver"("name", "id");

-- CreateIndex
CREATE INDEX "PhoneNumber_customerId_idx" ON "PhoneNumber"("customerId");

-- CreateIndex
CREATE INDEX "PhoneNumber_driverId_idx" ON "PhoneNumber"("driverId");

-- CreateIndex
CREATE UNIQUE INDEX "PhoneNumber_e164_customerId_key" ON "PhoneNumber"("e164", "customerId");

-- CreateIndex
CREATE UNIQUE INDEX "PhoneNumber_e164_driverId_key" ON "PhoneNumber"("e164", "driverId");

-- CreateIndex
CREATE INDEX "Address_customerId_lastUsedAt_idx" ON "Address"("customerId", "lastUsedAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "PointOfSale_name_key" ON "PointOfSale"("name");

-- CreateIndex
CREATE UNIQUE INDEX "Product_code_key" ON "Product"("code");

-- CreateIndex
CREATE INDEX "Product_name_idx" ON "Product"("name");

-- CreateIndex
CREATE UNIQUE INDEX "Delivery_number_key" ON "Delivery"("number");

-- CreateIndex
CREATE INDEX "Delivery_phoneE164_wantedAt_idx" ON "Delivery"("phoneE164", "wantedAt");

-- CreateIndex
CREATE INDEX "Delivery_wantedAt_id_idx" ON "Delivery"("wantedAt", "id");

-- CreateIndex
CREATE INDEX "Delivery_status_wantedAt_id_idx" ON "Delivery"("status", "wantedAt", "id");

-- CreateIndex
CREATE INDEX "Delivery_customerId_wantedAt_idx" ON "Delivery"("customerId", "wantedAt");

-- CreateIndex
CREATE INDEX "Delivery_driverId_wantedAt_idx" ON "Delivery"("driverId", "wantedAt");

-- CreateIndex
CREATE INDEX "Delivery_callId_idx" ON "Delivery"("callId");

-- CreateIndex
CREATE INDEX "DeliveryLine_deliveryId_position_idx" ON "DeliveryLine"("deliveryId", "position");

-- CreateIndex
CREATE INDEX "DeliveryLine_productId_idx" ON "DeliveryLine"("productId");

-- CreateIndex
CREATE INDEX "DeliveryEvent_deliveryId_at_idx" ON "DeliveryEvent"("deliveryId", "at");

-- CreateIndex
CREATE INDEX "Call_startedAt_id_idx" ON "Call"("startedAt" DESC, "id");

-- CreateIndex
CREATE INDEX "Call_fromE164_startedAt_idx" ON "Call"("fromE164", "startedAt" DESC);

-- CreateIndex
CREATE INDEX "Call_lineId_startedAt_idx" ON "Call"("lineId", "startedAt" DESC);

-- CreateIndex
CREATE INDEX "Call_operatorId_startedAt_idx" ON "Call"("operatorId", "startedAt" DESC);

-- CreateIndex
CREATE INDEX "Call_aboutDeliveryId_idx" ON "Call"("aboutDeliveryId");

-- CreateIndex
CREATE UNIQUE INDEX "Call_connectionId_pbxCallId_generation_key" ON "Call"("connectionId", "pbxCallId", "generation");

-- CreateIndex
CREATE INDEX "Leg_userId_state_idx" ON "Leg"("userId", "state");

-- CreateIndex
CREATE INDEX "CallEvent_connectionId_pbxCallId_occurredAt_idx" ON "CallEvent"("connectionId", "pbxCallId", "occurredAt");

-- CreateIndex
CREATE INDEX "CallEvent_receivedAt_idx" ON "CallEvent"("receivedAt");

-- CreateIndex
CREATE INDEX "EventKey_receivedAt_idx" ON "EventKey"("receivedAt");

-- CreateIndex
CREATE INDEX "WebhookDelivery_connectionId_at_idx" ON "WebhookDelivery"("connectionId", "at" DESC);

-- CreateIndex
CREATE INDEX "WebhookDelivery_at_idx" ON "WebhookDelivery"("at");

-- CreateIndex
CREATE INDEX "AuditEntry_at_idx" ON "AuditEntry"("at" DESC);

-- CreateIndex
CREATE INDEX "AuditEntry_subjectType_subjectId_at_idx" ON "AuditEntry"("subjectType", "subjectId", "at" DESC);

-- AddForeignKey
ALTER TABLE "User" ADD CONSTRAINT "User_pointOfSaleId_fkey" FOREIGN KEY ("pointOfSaleId") REFERENCES "PointOfSale"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PbxSecret" ADD CONSTRAINT "PbxSecret_connectionId_fkey" FOREIGN KEY ("connectionId") REFERENCES "PbxConnection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PbxAccount" ADD CONSTRAINT "PbxAccount_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PbxAccount" ADD CONSTRAINT "PbxAccount_connectionId_fkey" FOREIGN KEY ("connectionId") REFERENCES "PbxConnection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Line" ADD CONSTRAINT "Line_connectionId_fkey" FOREIGN KEY ("connectionId") REFERENCES "PbxConnection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LineOperator" ADD CONSTRAINT "LineOperator_lineId_fkey" FOREIGN KEY ("lineId") REFERENCES "Line"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LineOperator" ADD CONSTRAINT "LineOperator_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PhoneNumber" ADD CONSTRAINT "PhoneNumber_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "Customer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PhoneNumber" ADD CONSTRAINT "PhoneNumber_driverId_fkey" FOREIGN KEY ("driverId") REFERENCES "Driver"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Address" ADD CONSTRAINT "Address_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "Customer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "Customer"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_pointOfSaleId_fkey" FOREIGN KEY ("pointOfSaleId") REFERENCES "PointOfSale"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_driverId_fkey" FOREIGN KEY ("driverId") REFERENCES "Driver"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_responsibleId_fkey" FOREIGN KEY ("responsibleId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_callId_fkey" FOREIGN KEY ("callId") REFERENCES "Call"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeliveryLine" ADD CONSTRAINT "DeliveryLine_deliveryId_fkey" FOREIGN KEY ("deliveryId") REFERENCES "Delivery"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeliveryLine" ADD CONSTRAINT "DeliveryLine_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeliveryEvent" ADD CONSTRAINT "DeliveryEvent_deliveryId_fkey" FOREIGN KEY ("deliveryId") REFERENCES "Delivery"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeliveryEvent" ADD CONSTRAINT "DeliveryEvent_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Call" ADD CONSTRAINT "Call_connectionId_fkey" FOREIGN KEY ("connectionId") REFERENCES "PbxConnection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Call" ADD CONSTRAINT "Call_lineId_fkey" FOREIGN KEY ("lineId") REFERENCES "Line"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Call" ADD CONSTRAINT "Call_operatorId_fkey" FOREIGN KEY ("operatorId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Call" ADD CONSTRAINT "Call_aboutDeliveryId_fkey" FOREIGN KEY ("aboutDeliveryId") REFERENCES "Delivery"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Leg" ADD CONSTRAINT "Leg_callId_fkey" FOREIGN KEY ("callId") REFERENCES "Call"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Leg" ADD CONSTRAINT "Leg_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CallEvent" ADD CONSTRAINT "CallEvent_connectionId_fkey" FOREIGN KEY ("connectionId") REFERENCES "PbxConnection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EventKey" ADD CONSTRAINT "EventKey_connectionId_fkey" FOREIGN KEY ("connectionId") REFERENCES "PbxConnection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WebhookDelivery" ADD CONSTRAINT "WebhookDelivery_connectionId_fkey" FOREIGN KEY ("connectionId") REFERENCES "PbxConnection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditEntry" ADD CONSTRAINT "AuditEntry_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- From here on by hand: what a Prisma schema cannot say.

-- Exactly one owner of each number.
ALTER TABLE "PhoneNumber" ADD CONSTRAINT "PhoneNumber_owner_check" CHECK (num_nonnulls("customerId", "driverId") = 1);

-- Nothing costs less than nothing.
ALTER TABLE "Product" ADD CONSTRAINT "Product_price_check" CHECK ("priceMinor" >= 0);
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_total_check" CHECK ("totalMinor" >= 0);
ALTER TABLE "DeliveryLine" ADD CONSTRAINT "DeliveryLine_amount_check" CHECK ("quantity" > 0 AND "priceMinor" >= 0);

-- One installation serves one organisation.
ALTER TABLE "Organisation" ADD CONSTRAINT "Organisation_single_check" CHECK ("id" = 1);

-- Delivery numbers are said aloud: four digits from the first one on.
ALTER SEQUENCE "Delivery_number_seq" START WITH 1000 RESTART WITH 1000;

-- A ringing call asks for the open deliveries of its number, the sweep for calls that are still up: both stay small for ever.
CREATE INDEX "Delivery_open_by_phone_idx" ON "Delivery" ("phoneE164", "wantedAt") WHERE "status" NOT IN ('draft', 'delivered', 'cancelled');
CREATE INDEX "Call_up_by_last_heard_idx" ON "Call" ("lastHeardAt") WHERE "phase" <> 'ended';
