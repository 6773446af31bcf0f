-- AlterTable
ALTER TABLE "Call" ADD COLUMN     "aboutDeliveryId" UUID;

-- CreateIndex
CREATE INDEX "Call_aboutDeliveryId_idx" ON "Call"("aboutDeliveryId");

-- AddForeignKey
ALTER TABLE "Call" ADD CONSTRAINT "Call_aboutDeliveryId_fkey" FOREIGN KEY ("aboutDeliveryId") REFERENCES "Delivery"("id") ON DELETE SET NULL ON UPDATE CASCADE;
