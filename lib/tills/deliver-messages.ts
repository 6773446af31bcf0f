import { db } from '../db/client.ts';
import { log } from '../log.ts';
import { type Outcome, postOutside } from '../outgoing/post-outside.ts';
import { sign } from '../pbx/signature.ts';
import { plainText } from '../plain-text.ts';
import { giveUpWaiting, pending } from '../points-of-sale/give-up-messages.ts';
import { nextAttempt, nextInLine } from './retries.ts';
import { findTill, type Till } from './webhook.ts';

/** Longer than an attempt can take: who holds a message longer than that was killed, and another may take it. */
const LEASE_MS = 30_000;
const MESSAGES_A_RUN = 50;
const PENDING_LOOKED_THROUGH = 200;
const POINTS_A_SWEEP = 500;
const ANSWER_CHARACTERS = 500;
const GONE = 410;

type Post = typeof postOutside;
type Claimed = { id: string; deliveryId: string | null; body: string; attemptCount: number; nextAttemptAt: Date | null };
export type Delivering = { now: () => Date; post?: Post; random?: () => number };

/** Points of sale that have something to hear now: new, due again, or left behind by a process that was killed. */
export async function pointsWithDueMessages(now: Date): Promise<string[]> {
  const rows = await db.pointOfSaleMessage.findMany({
    select: { pointOfSaleId: true },
    where: { ...pending, nextAttemptAt: { lte: now }, pointOfSale: { webhook: { isEnabled: true } } },
    distinct: ['pointOfSaleId'],
    orderBy: { pointOfSaleId: 'asc' },
    take: POINTS_A_SWEEP,
  });
  return rows.map(({ pointOfSaleId }) => pointOfSaleId);
}

/**
 * Tells one till what it has to hear, one message after the other. Stops at the first that does not get through: a till that is
 * off does not keep the others waiting. Answers when to come again; null when nothing waits for a time.
 */
export async function deliverMessages(
  pointOfSaleId: string,
  { now, post = postOutside, random = Math.random }: Delivering,
): Promise<Date | null> {
  for (let count = 0; count < MESSAGES_A_RUN; count += 1) {
    const till = await findTill(pointOfSaleId, now());
    const message = till && (await claimNext(pointOfSaleId, now()));
    if (!message) return null;

    const retryAt = await attempt(till, message, { now, post, random });
    if (retryAt !== 'delivered') return retryAt;
  }
  return now();
}

/** The database settles who takes a message. Nothing is marked as under way for good: a lease runs out by itself (kill -9). */
async function claimNext(pointOfSaleId: string, now: Date): Promise<Claimed | null> {
  const waiting = await db.pointOfSaleMessage.findMany({
    select: { id: true, deliveryId: true, body: true, attemptCount: true, nextAttemptAt: true },
    where: { pointOfSaleId, ...pending },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: PENDING_LOOKED_THROUGH,
  });
  const message = nextInLine(waiting, now);
  if (!message) return null;

  const { count } = await db.pointOfSaleMessage.updateMany({
    where: { id: message.id, deliveredAt: null, failedAt: null, nextAttemptAt: message.nextAttemptAt },
    data: { nextAttemptAt: new Date(now.getTime() + LEASE_MS) },
  });
  return count === 1 ? message : null;
}

/** One attempt, signed with its own time and with every secret that is valid now. */
async function attempt(
  till: Till,
  message: Claimed,
  { now, post, random }: Required<Delivering>,
): Promise<Date | 'delivered' | null> {
  const at = now();
  const signed = till.secrets.map((secret) => sign(message.body, message.id, at, secret));
  const headers = {
    ...signed[0],
    'webhook-signature': signed.map((each) => each['webhook-signature']).join(' '),
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(Buffer.byteLength(message.body)),
    'user-agent': 'Offhook',
  };
  const outcome = await post({ url: till.url, headers, body: message.body });
  return record(till, message, outcome, { startedAt: at, endedAt: now(), random: random() });
}

async function record(
  { pointOfSaleId }: Till,
  { id, attemptCount }: Claimed,
  outcome: Outcome,
  { startedAt, endedAt, random }: { startedAt: Date; endedAt: Date; random: number },
): Promise<Date | 'delivered' | null> {
  const isDelivered = 'status' in outcome && outcome.status >= 200 && outcome.status < 300;
  const isGone = 'status' in outcome && outcome.status === GONE;
  const retryAt = isDelivered || isGone ? null : nextAttempt(attemptCount + 1, endedAt, random);
  const facts =
    'status' in outcome
      ? { status: outcome.status, answer: plainText(outcome.answer).slice(0, ANSWER_CHARACTERS).toWellFormed() }
      : { status: null, error: outcome.error };

  await db.$transaction(async (tx) => {
    const durationMs = endedAt.getTime() - startedAt.getTime();
    await tx.pointOfSaleAttempt.create({ data: { messageId: id, at: startedAt, durationMs, ...facts }, select: { id: true } });
    await tx.pointOfSaleMessage.update({
      where: { id },
      data: {
        attemptCount: { increment: 1 },
        nextAttemptAt: retryAt,
        deliveredAt: isDelivered ? endedAt : null,
        failedAt: isDelivered || retryAt ? null : endedAt,
      },
      select: { id: true },
    });
    // Standard Webhooks: whoever answers 410 wants to hear nothing any more.
    if (isGone) {
      await tx.pointOfSaleWebhook.updateMany({ where: { pointOfSaleId }, data: { isEnabled: false } });
      await giveUpWaiting(tx, pointOfSaleId, endedAt);
    }
  });
  if (!isDelivered)
    log.warn({ pointOfSaleId, messageId: id, status: facts.status, isGivenUp: !retryAt }, 'A till was not reached');
  return isDelivered ? 'delivered' : retryAt;
}
