import { env } from '../env.ts';
import { log } from '../log.ts';
import { postOutside } from '../outgoing/post-outside.ts';
import { readSmsAccess } from './access.ts';
import { announceSettled, announceUnderWay } from './announce.ts';
import { gatewayOf } from './gateway.ts';
import { type ClaimedSms, claimDueSms, nextDueSms, putOffSms } from './outbox.ts';
import { nextSmsAttempt } from './retries.ts';
import { type SmsNews, settleSms } from './settle.ts';
import type { SmsGateway, SmsOutcome, SmsPost } from './types.ts';

/** Side by side: a provider that does not answer holds each of them for ten seconds. */
const AT_ONCE = 5;
const BATCHES_A_RUN = 20;

export type DeliveringSms = { now: () => Date; post?: SmsPost; random?: () => number; publicUrl?: string };

/** Sends what is due, and says when to come again; null while nothing waits. Two processes that do it at once send each message once. */
export async function deliverSms({
  now,
  post = postOutside,
  random = Math.random,
  publicUrl = env.publicUrl,
}: DeliveringSms): Promise<Date | null> {
  for (let batch = 0; batch < BATCHES_A_RUN; batch += 1) {
    const access = await readSmsAccess();
    const gateway = access && gatewayOf(access, publicUrl);
    const claimed = await claimDueSms(now(), AT_ONCE, gateway?.name ?? null);
    if (claimed.length === 0) return nextDueSms();

    await announceUnderWay(claimed.map(({ missedCallId }) => missedCallId));
    await Promise.all(claimed.map((sms) => attempt(sms, gateway, { now, post, random })));
  }
  return now();
}

type Attempting = { now: () => Date; post: SmsPost; random: () => number };

async function attempt(sms: ClaimedSms, gateway: SmsGateway | null, { now, post, random }: Attempting): Promise<void> {
  const outcome = await outcomeOf(sms, gateway, post);
  const at = now();
  const { id: smsId, attempts, queuedAt } = sms;
  if (outcome.kind === 'taken') {
    return settle(sms, { event: { type: 'taken' }, cause: null, providerId: outcome.providerId, at });
  }

  const mayTryAgain = outcome.kind === 'notTaken' || (outcome.kind === 'uncertain' && gateway?.dropsRepeats === true);
  const retryAt = mayTryAgain ? nextSmsAttempt({ queuedAt, attempts }, at, random()) : null;
  log.warn({ smsId, provider: gateway?.name, kind: outcome.kind, cause: outcome.cause, retryAt }, 'An SMS was not taken');
  if (!retryAt) return settle(sms, { event: { type: 'failed' }, cause: outcome.cause, providerId: null, at });
  if (await putOffSms(sms, retryAt, outcome.cause)) await announceUnderWay([sms.missedCallId]);
}

async function outcomeOf(sms: ClaimedSms, gateway: SmsGateway | null, post: SmsPost): Promise<SmsOutcome> {
  if (!gateway) return { kind: 'refused', cause: 'notSetUp' };
  if (sms.toE164 === '') return { kind: 'refused', cause: 'forgotten' };
  // The process that was killed may have handed it over. Only who knows what it had before may be asked again.
  const isSafe = sms.interruptedAt === null || (sms.interruptedAt === gateway.name && gateway.dropsRepeats);
  if (!isSafe) return { kind: 'refused', cause: 'uncertain' };
  return gateway.send({ id: sms.id, to: sms.toE164, text: sms.text }, post);
}

async function settle(sms: ClaimedSms, news: SmsNews): Promise<void> {
  const settled = await settleSms(sms, news);
  if (settled) announceSettled(settled);
}
