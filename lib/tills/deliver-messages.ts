import { db } from '../db/client.ts';
import { log } from '../log.ts';
import { postOutside } from '../outgoing/post-outside.ts';
import { sign } from '../pbx/signature.ts';
import { pending } from '../points-of-sale/give-up-messages.ts';
import { type Claimed, claimNext, record, wakeWaiting } from './outbox.ts';
import { putAside } from './put-aside.ts';
import { findTill, type Till } from './webhook.ts';

const MESSAGES_A_RUN = 50;
const REFUSALS_A_RUN = 3;
const POINTS_A_SWEEP = 500;

type Post = typeof postOutside;
export type Delivering = { now: () => Date; post?: Post; random?: () => number };
type Attempted = { kind: 'delivered' } | { kind: 'refused' | 'unreachable'; retryAt: Date | null };

/** Points of sale that have something to hear now: new, due again, or left behind by a process that was killed. */
export async function pointsWithDueMessages(now: Date): Promise<string[]> {
  const isFree = { OR: [{ leasedUntil: null }, { leasedUntil: { lte: now } }] };
  const rows = await db.pointOfSaleMessage.findMany({
    select: { pointOfSaleId: true },
    where: { ...pending, ...isFree, nextAttemptAt: { lte: now }, pointOfSale: { webhook: { isEnabled: true } } },
    distinct: ['pointOfSaleId'],
    orderBy: { pointOfSaleId: 'asc' },
    take: POINTS_A_SWEEP,
  });
  return rows.map(({ pointOfSaleId }) => pointOfSaleId);
}

/**
 * Tells one till what it has to hear, one message after the other. Stops at the first that does not get through: a till that is
 * off does not keep the others waiting. One that answers, but refuses, may only dislike that message, and hears a few more.
 * Answers when to come again; null when nothing waits for a time.
 */
export async function deliverMessages(
  pointOfSaleId: string,
  { now, post = postOutside, random = Math.random }: Delivering,
): Promise<Date | null> {
  const retries: Date[] = [];
  let refusals = 0;
  let isBack = false;

  for (let count = 0; count < MESSAGES_A_RUN; count += 1) {
    const till = await findTill(pointOfSaleId, now());
    const message = till && (await claimNext(pointOfSaleId, now()));
    if (!message) return earliest(retries);
    if (await putAside(message, now())) continue;

    const attempted = await attempt(till, message, { now, post, random });
    if (attempted.kind === 'delivered') {
      // Once a run: a message that is refused each time would come up after every other.
      if (!isBack) await wakeWaiting(pointOfSaleId, now());
      isBack = true;
      continue;
    }
    if (attempted.retryAt) retries.push(attempted.retryAt);
    if (attempted.kind === 'refused') refusals += 1;
    if (attempted.kind === 'unreachable' || refusals === REFUSALS_A_RUN) return earliest(retries);
  }
  return now();
}

/** One attempt, signed with its own time and with every secret that is valid now. */
async function attempt(till: Till, message: Claimed, { now, post, random }: Required<Delivering>): Promise<Attempted> {
  const { id, pointOfSaleId, body } = message;
  const startedAt = now();
  const signed = till.secrets.map((secret) => sign(body, id, startedAt, secret));
  const headers = {
    ...signed[0],
    'webhook-signature': signed.map((each) => each['webhook-signature']).join(' '),
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    'user-agent': 'Offhook',
  };
  const outcome = await post({ url: till.url, headers, body });

  const recorded = await record(message, { outcome, startedAt, endedAt: now(), random: random() });
  if (recorded.kind === 'delivered') return recorded;
  const { retryAt } = recorded;
  const isAnswered = 'status' in outcome;
  const why = isAnswered ? { status: outcome.status } : { error: outcome.error };
  log.warn({ pointOfSaleId, messageId: id, ...why, retryAt }, 'A till was not reached');
  return { kind: isAnswered ? 'refused' : 'unreachable', retryAt };
}

function earliest(times: Date[]): Date | null {
  return times.reduce<Date | null>((first, time) => (first && first <= time ? first : time), null);
}
