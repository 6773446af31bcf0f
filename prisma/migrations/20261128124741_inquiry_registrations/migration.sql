-- CreateTable
CREATE TABLE "InquiryRegistration" (
    "byId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "digest" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "InquiryRegistration_pkey" PRIMARY KEY ("byId","id")
);

-- CreateIndex
CREATE INDEX "InquiryRegistration_at_idx" ON "InquiryRegistration"("at");

-- AddForeignKey
ALTER TABLE "InquiryRegistration" ADD CONSTRAINT "InquiryRegistration_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
