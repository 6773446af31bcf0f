import { backOffMs } from '../back-off.ts';
import { pool } from '../db/client.ts';
import type { MailCause } from './causes.ts';

/** Longer than an attempt can take: who holds a mail longer than that was killed, and it is sent again. */
const LEASE_MS = 120_000;
/** A mail server that restarts, or asks to come again, is back in minutes. */
const SLOWER = 20;
/** What a desk missed yesterday is on the list. */
const TRIED_FOR_MS = 12 * 3_600_000;

export type ClaimedMail = { id: string; userId: string; chainId: string; queuedAt: Date; attempts: number; leasedUntil: Date };

const CLAIM = `
  with due as (
    select id from "MissedCallMail"
     where state in ('queued', 'sending') and "nextAttemptAt" <= $1 and ("leasedUntil" is null or "leasedUntil" <= $1)
     order by "nextAttemptAt", id limit 1 for update skip locked)
  update "MissedCallMail" m set state = 'sending', "leasedUntil" = $2, attempts = attempts + 1 from due where m.id = due.id
  returning m.id, m."userId", m."chainId", m."queuedAt", m.attempts, m."leasedUntil"`;

export async function claimMail(now: Date): Promise<ClaimedMail | null> {
  const { rows } = await pool().query<ClaimedMail>(CLAIM, [now, new Date(now.getTime() + LEASE_MS)]);
  return rows[0] ?? null;
}

const NEXT = `
  select min(greatest("nextAttemptAt", coalesce("leasedUntil", "nextAttemptAt"))) as at from "MissedCallMail" where state in ('queued', 'sending')`;

/** When a mail is tried again; null while none waits. */
export async function nextDueMail(): Promise<Date | null> {
  const { rows } = await pool().query<{ at: Date | null }>(NEXT);
  return rows[0]?.at ?? null;
}

/** When to try again; null when it is given up, half a day after it was begun. */
export function nextMailAttempt(
  { queuedAt, attempts }: Pick<ClaimedMail, 'queuedAt' | 'attempts'>,
  at: Date,
  random: number,
): Date | null {
  const next = at.getTime() + SLOWER * backOffMs(attempts, random);
  return next < queuedAt.getTime() + TRIED_FOR_MS ? new Date(next) : null;
}

// Only by who holds it: after its lease somebody else has the word.
const SETTLE = `
  update "MissedCallMail" set state = $3::"MailState", cause = $4, "nextAttemptAt" = $5, "leasedUntil" = null,
         "settledAt" = case when $3 in ('sent', 'failed') then $6::timestamptz end
   where id = $1 and "leasedUntil" = $2`;

export type MailNews =
  | { state: 'sent' }
  | { state: 'failed'; cause: MailCause }
  | { state: 'queued'; cause: MailCause; nextAttemptAt: Date };

export async function settleMail({ id, leasedUntil }: ClaimedMail, news: MailNews, at: Date): Promise<void> {
  const cause = 'cause' in news ? news.cause : null;
  const nextAttemptAt = 'nextAttemptAt' in news ? news.nextAttemptAt : null;
  await pool().query(SETTLE, [id, leasedUntil, news.state, cause, nextAttemptAt, at]);
}

/** One that has nothing to say any more, or nobody to say it to. */
export async function dropMail(id: string): Promise<void> {
  await pool().query('delete from "MissedCallMail" where id = $1', [id]);
}
