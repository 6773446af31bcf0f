import { env } from '../env.ts';
import { gatherMails } from './gather.ts';
import { readMailFacts } from './mail-facts.ts';
import { writeMissedCallMail } from './missed-call-mail.ts';
import { type ClaimedMail, claimMail, dropMail, nextDueMail, nextMailAttempt, settleMail } from './outbox.ts';
import { isMailSetUp, sendMail } from './smtp.ts';

const MAILS_A_RUN = 100;

export type DeliveringMails = { now: () => Date; random?: () => number; send?: typeof sendMail; isSetUp?: boolean };

/**
 * Mails what waits (S2.13), and says when to come again; null while nothing does. A process that was killed while it sent leaves its mail to another, which may send it a second time, under the same Message-ID.
 */
export async function deliverMails({
  now,
  random = Math.random,
  send = sendMail,
  isSetUp = isMailSetUp(),
}: DeliveringMails): Promise<Date | null> {
  if (!isSetUp) return null;
  const nextGathering = await gatherMails(now());

  for (let count = 0; count < MAILS_A_RUN; count += 1) {
    const mail = await claimMail(now());
    if (!mail) return earlier(nextGathering, await nextDueMail());
    await attempt(mail, { now, random, send });
  }
  return now();
}

async function attempt(mail: ClaimedMail, { now, random, send }: Required<Omit<DeliveringMails, 'isSetUp'>>): Promise<void> {
  const facts = await readMailFacts(mail);
  if (!facts) return dropMail(mail.id);

  const outcome = await send({ id: mail.id, to: facts.to, ...(await writeMissedCallMail(facts, env.publicUrl)) });
  const at = now();
  if (outcome.kind === 'sent') return settleMail(mail, { state: 'sent' }, at);
  const { cause, isFinal } = outcome;
  const nextAttemptAt = isFinal ? null : nextMailAttempt(mail, at, random());
  return settleMail(mail, nextAttemptAt ? { state: 'queued', cause, nextAttemptAt } : { state: 'failed', cause }, at);
}

function earlier(one: Date | null, other: Date | null): Date | null {
  if (!one || !other) return one ?? other;
  return one < other ? one : other;
}
