-- CreateEnum
CREATE TYPE "Payment" AS ENUM ('cash', 'card', 'online');

-- CreateEnum
CREATE TYPE "DiscountKind" AS ENUM ('none', 'percent', 'amount');

-- AlterTable
ALTER TABLE "Customer" ADD COLUMN     "birthday" DATE,
ADD COLUMN     "source" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "Delivery" ADD COLUMN     "discountKind" "DiscountKind" NOT NULL DEFAULT 'none',
ADD COLUMN     "discountReason" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "discountValue" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "payment" "Payment" NOT NULL DEFAULT 'cash',
ADD COLUMN     "promisedAt" TIMESTAMPTZ(3),
ADD COLUMN     "seenContent" JSONB,
ADD COLUMN     "seenRevision" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "sentRevision" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "sentToId" UUID,
ADD COLUMN     "goneFromId" UUID,
ADD COLUMN     "goneFromStatus" "DeliveryStatus",
ADD COLUMN     "goneAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Driver" ADD COLUMN     "archivedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "PointOfSale" ADD COLUMN     "allowsAnonymousPickUp" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "archivedAt" TIMESTAMPTZ(3),
ADD COLUMN     "openingHours" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "ordersStoppedAt" TIMESTAMPTZ(3),
ADD COLUMN     "phone" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "pickUpMinutes" INTEGER NOT NULL DEFAULT 15,
ADD COLUMN     "showsLoad" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable: the categories that were written on the products become rows further down.
ALTER TABLE "Product" ADD COLUMN     "archivedAt" TIMESTAMPTZ(3),
ADD COLUMN     "categoryId" UUID;

-- CreateTable
CREATE TABLE "SavedFilter" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "list" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SavedFilter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PointOfSaleWebhook" (
    "pointOfSaleId" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "isEnabled" BOOLEAN NOT NULL DEFAULT true,
    "sealedSecret" TEXT NOT NULL,
    "sealedOldSecret" TEXT,
    "oldSecretUntil" TIMESTAMPTZ(3),
    "lastDeliveredAt" TIMESTAMPTZ(3),
    "lastFailedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PointOfSaleWebhook_pkey" PRIMARY KEY ("pointOfSaleId")
);

-- CreateTable
CREATE TABLE "PointOfSaleMessage" (
    "id" UUID NOT NULL,
    "pointOfSaleId" UUID NOT NULL,
    "deliveryId" UUID,
    "type" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "position" BIGSERIAL NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "queuedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "attemptCount" INTEGER NOT NULL DEFAULT 0,
    "nextAttemptAt" TIMESTAMPTZ(3),
    "leasedUntil" TIMESTAMPTZ(3),
    "mayBeHeard" BOOLEAN NOT NULL DEFAULT false,
    "deliveredAt" TIMESTAMPTZ(3),
    "failedAt" TIMESTAMPTZ(3),
    "failedBecause" TEXT,

    CONSTRAINT "PointOfSaleMessage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PointOfSaleAttempt" (
    "id" BIGSERIAL NOT NULL,
    "messageId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "durationMs" INTEGER NOT NULL,
    "status" INTEGER,
    "error" TEXT,
    "answer" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "PointOfSaleAttempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Category" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Category_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PointOfSaleProduct" (
    "pointOfSaleId" UUID NOT NULL,
    "productId" UUID NOT NULL,
    "priceMinor" INTEGER,
    "isAvailable" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "PointOfSaleProduct_pkey" PRIMARY KEY ("pointOfSaleId","productId")
);

-- CreateIndex
CREATE UNIQUE INDEX "SavedFilter_userId_list_name_key" ON "SavedFilter"("userId", "list", "name");

-- CreateIndex
CREATE INDEX "PointOfSaleMessage_pointOfSaleId_position_idx" ON "PointOfSaleMessage"("pointOfSaleId", "position" DESC);

-- CreateIndex
CREATE INDEX "PointOfSaleMessage_pointOfSaleId_deliveryId_position_idx" ON "PointOfSaleMessage"("pointOfSaleId", "deliveryId", "position");

-- CreateIndex
CREATE INDEX "PointOfSaleMessage_createdAt_idx" ON "PointOfSaleMessage"("createdAt");

-- CreateIndex
CREATE INDEX "PointOfSaleAttempt_messageId_at_idx" ON "PointOfSaleAttempt"("messageId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Category_name_key" ON "Category"("name");

-- CreateIndex
CREATE INDEX "PointOfSaleProduct_productId_idx" ON "PointOfSaleProduct"("productId");

-- CreateIndex
CREATE INDEX "Delivery_goneFromId_idx" ON "Delivery"("goneFromId");

-- CreateIndex
CREATE INDEX "Delivery_sentToId_status_idx" ON "Delivery"("sentToId", "status");

-- CreateIndex
CREATE INDEX "Delivery_pointOfSaleId_wantedAt_idx" ON "Delivery"("pointOfSaleId", "wantedAt");

-- CreateIndex
CREATE INDEX "Product_categoryId_idx" ON "Product"("categoryId");

-- AddForeignKey
ALTER TABLE "SavedFilter" ADD CONSTRAINT "SavedFilter_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PointOfSaleWebhook" ADD CONSTRAINT "PointOfSaleWebhook_pointOfSaleId_fkey" FOREIGN KEY ("pointOfSaleId") REFERENCES "PointOfSale"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PointOfSaleMessage" ADD CONSTRAINT "PointOfSaleMessage_pointOfSaleId_fkey" FOREIGN KEY ("pointOfSaleId") REFERENCES "PointOfSale"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PointOfSaleAttempt" ADD CONSTRAINT "PointOfSaleAttempt_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "PointOfSaleMessage"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Product" ADD CONSTRAINT "Product_categoryId_fkey" FOREIGN KEY ("categoryId") REFERENCES "Category"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PointOfSaleProduct" ADD CONSTRAINT "PointOfSaleProduct_pointOfSaleId_fkey" FOREIGN KEY ("pointOfSaleId") REFERENCES "PointOfSale"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PointOfSaleProduct" ADD CONSTRAINT "PointOfSaleProduct_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_goneFromId_fkey" FOREIGN KEY ("goneFromId") REFERENCES "PointOfSale"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_sentToId_fkey" FOREIGN KEY ("sentToId") REFERENCES "PointOfSale"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- From here on by hand: what a Prisma schema cannot say, and what is there already.

INSERT INTO "Category" ("id", "name", "position")
SELECT gen_random_uuid(), "category", (row_number() OVER (ORDER BY "category"))::int FROM (SELECT DISTINCT "category" FROM "Product") AS written;
UPDATE "Product" SET "categoryId" = "Category"."id" FROM "Category" WHERE "Category"."name" = "Product"."category";
ALTER TABLE "Product" ALTER COLUMN "categoryId" SET NOT NULL, DROP COLUMN "category";

-- What was sent is on the board of the point of sale that got it, which has seen it unless it still waits there.
UPDATE "Delivery"
   SET "sentToId" = point.id,
       "sentRevision" = 1,
       "seenRevision" = CASE WHEN "status" = 'sent' THEN 0 ELSE 1 END,
       "seenContent" = CASE WHEN "status" = 'sent' THEN NULL ELSE "sentContent" END
  FROM "PointOfSale" AS point
 WHERE "sentContent" IS NOT NULL AND point.id::text = "sentContent"->>'pointOfSaleId';

-- Nothing costs less than nothing, and no discount gives money away.
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_discount_check" CHECK ("discountValue" >= 0 AND ("discountKind" <> 'percent' OR "discountValue" <= 100));
ALTER TABLE "PointOfSaleProduct" ADD CONSTRAINT "PointOfSaleProduct_price_check" CHECK ("priceMinor" >= 0);
ALTER TABLE "PointOfSale" ADD CONSTRAINT "PointOfSale_numbers_check" CHECK ("capacity" > 0 AND "pickUpMinutes" > 0);

-- What still has to be delivered to a till.
CREATE INDEX "PointOfSaleMessage_due_idx" ON "PointOfSaleMessage" ("nextAttemptAt") WHERE "nextAttemptAt" IS NOT NULL;

-- What a search for products reads. Folded as foldText in lib/folded-text.ts folds what is typed; both texts of translate are equally long.
ALTER TABLE "Product" ADD COLUMN "searchText" TEXT GENERATED ALWAYS AS (
  translate(replace(lower("code" || ' ' || "name"), 'ß', 'ss'), 'ąćęłńóśźżáàâäãåčçďéèêëěíìîïñňôöòőõřšťúùûüůűýž', 'acelnoszzaaaaaaccdeeeeeiiiinnooooorstuuuuuuyz')
) STORED;

-- And a search for customers.
ALTER TABLE "Customer" ADD COLUMN "searchText" TEXT GENERATED ALWAYS AS (
  translate(replace(lower("name" || ' ' || coalesce("company", '')), 'ß', 'ss'), 'ąćęłńóśźżáàâäãåčçďéèêëěíìîïñňôöòőõřšťúùûüůűýž', 'acelnoszzaaaaaaccdeeeeeiiiinnooooorstuuuuuuyz')
) STORED;
