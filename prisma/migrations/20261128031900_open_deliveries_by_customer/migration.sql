-- A ringing call asks which of those who share its number have something open; a company may have thousands of deliveries behind it.
CREATE INDEX "Delivery_open_by_customer_idx" ON "Delivery" ("customerId") WHERE "status" NOT IN ('draft', 'delivered', 'cancelled');
