-- Which attempts a missed call is told in.
CREATE INDEX "CallBack_missedCallIds_idx" ON "CallBack" USING gin ("missedCallIds");

-- Which withdrawn rows still say whose they were.
CREATE INDEX "MissedCall_withdrawn_idx" ON "MissedCall"("lastMissedAt") WHERE state = 'withdrawn' AND "callerDisplay" <> '';

-- What is still to be forgotten of messages.
CREATE INDEX "SmsMessage_kept_idx" ON "SmsMessage"("queuedAt") WHERE text <> '';

-- Who spoke with a caller last, however many calls of theirs nobody answered.
CREATE INDEX "Call_spoke_from_idx" ON "Call"("fromE164", "startedAt" DESC) WHERE "answeredAt" IS NOT NULL AND direction = 'inbound';
CREATE INDEX "Call_spoke_to_idx" ON "Call"("toE164", "startedAt" DESC) WHERE "answeredAt" IS NOT NULL AND direction = 'outbound';
