import { db } from '../db/client.ts';
import type { Outcome } from '../outgoing/post-outside.ts';
import { plainText } from '../plain-text.ts';
import { giveUpWaiting, pending } from '../points-of-sale/give-up-messages.ts';
import { nextAttempt } from './retries.ts';

/** Longer than an attempt can take: who holds a message longer than that was killed, and another may take it. */
const LEASE_MS = 30_000;
const ANSWER_CHARACTERS = 500;
const GONE = 410;

/** A message that this process holds until `leasedUntil`. */
export type Claimed = {
  id: string;
  pointOfSaleId: string;
  deliveryId: string | null;
  position: bigint;
  body: string;
  attemptCount: number;
  queuedAt: Date;
  leasedUntil: Date;
};

/**
 * Takes the message whose turn it is: due, held by nobody, and without an earlier one of its delivery before it, as a till must
 * not hear that a delivery was withdrawn before it hears that there is one. Raw, because Prisma can neither compare two rows of a
 * table nor step over what another process is taking; read whole, a long queue would hide a new order. A lease runs out by itself
 * (kill -9), and nobody knows then whether the till heard.
 */
export async function claimNext(pointOfSaleId: string, now: Date): Promise<Claimed | null> {
  const leasedUntil = new Date(now.getTime() + LEASE_MS);
  const [claimed] = await db.$queryRaw<Claimed[]>`
    update "PointOfSaleMessage"
    set "leasedUntil" = ${leasedUntil}, "mayBeHeard" = "mayBeHeard" or "leasedUntil" is not null
    where id = (
      select id from "PointOfSaleMessage" message
      where "pointOfSaleId" = ${pointOfSaleId}::uuid and "deliveredAt" is null and "failedAt" is null
        and "nextAttemptAt" <= ${now} and ("leasedUntil" is null or "leasedUntil" <= ${now})
        and not exists (
          select 1 from "PointOfSaleMessage" earlier
          where earlier."pointOfSaleId" = message."pointOfSaleId" and earlier."deliveryId" = message."deliveryId"
            and earlier."position" < message."position" and earlier."deliveredAt" is null and earlier."failedAt" is null
        )
      order by "nextAttemptAt", "position"
      limit 1
      for update skip locked
    )
    returning id, "pointOfSaleId", "deliveryId", "position", "body", "attemptCount", "queuedAt", "leasedUntil"`;
  return claimed ?? null;
}

export type Attempt = { outcome: Outcome; startedAt: Date; endedAt: Date; random: number };
/** `failed`: to be tried again at `retryAt`, or never. */
export type Recorded = { kind: 'delivered' } | { kind: 'failed'; retryAt: Date | null };

/**
 * Keeps what came of an attempt. The message itself is changed only while this attempt holds it: an admin who switched the till
 * off meanwhile, or asked for the message again, has the last word.
 */
export function record(message: Claimed, { outcome, startedAt, endedAt, random }: Attempt): Promise<Recorded> {
  const { id, pointOfSaleId, attemptCount, queuedAt, leasedUntil } = message;
  const isAnswered = 'status' in outcome;
  const isDelivered = isAnswered && outcome.status >= 200 && outcome.status < 300;
  const isGone = isAnswered && outcome.status === GONE;
  const retryAt = isDelivered || isGone ? null : nextAttempt({ queuedAt, attempts: attemptCount + 1 }, endedAt, random);
  const mayBeHeard = isAnswered || outcome.isSent;
  const facts = isAnswered
    ? { status: outcome.status, answer: plainText(outcome.answer).slice(0, ANSWER_CHARACTERS).toWellFormed() }
    : { status: null, error: outcome.error };
  const held = { id, leasedUntil, deliveredAt: null };
  const tried = { attemptCount: attemptCount + 1, leasedUntil: null, ...(mayBeHeard && { mayBeHeard }) };

  return db.$transaction(async (tx) => {
    const durationMs = endedAt.getTime() - startedAt.getTime();
    await tx.pointOfSaleAttempt.create({ data: { messageId: id, at: startedAt, durationMs, ...facts }, select: { id: true } });
    const last = isDelivered ? { lastDeliveredAt: endedAt } : { lastFailedAt: endedAt };
    await tx.pointOfSaleWebhook.updateMany({ where: { pointOfSaleId }, data: { ...last, ...(isGone && { isEnabled: false }) } });

    if (isDelivered) {
      // Also where it was given up in that moment: the till has it.
      const data = { ...tried, deliveredAt: endedAt, failedAt: null, failedBecause: null, nextAttemptAt: null };
      await tx.pointOfSaleMessage.updateMany({ where: held, data });
      return { kind: 'delivered' };
    }

    const failedAt = retryAt ? null : endedAt;
    const data = { ...tried, nextAttemptAt: retryAt, failedAt };
    const { count } = await tx.pointOfSaleMessage.updateMany({ where: { ...held, failedAt: null }, data });
    if (count === 0) await tx.pointOfSaleMessage.updateMany({ where: held, data: tried });
    // Standard Webhooks: whoever answers 410 wants to hear nothing any more.
    if (isGone) await giveUpWaiting(tx, pointOfSaleId, endedAt);
    return { kind: 'failed', retryAt: count === 1 ? retryAt : null };
  });
}

/** A till that took a message is back: what waits for its next attempt need not wait. */
export async function wakeWaiting(pointOfSaleId: string, now: Date): Promise<void> {
  await db.pointOfSaleMessage.updateMany({
    where: { pointOfSaleId, ...pending, nextAttemptAt: { gt: now } },
    data: { nextAttemptAt: now },
  });
}
