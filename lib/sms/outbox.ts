import type { PoolClient } from 'pg';
import { pool } from '../db/client.ts';
import type { SmsProviderName, SmsState } from './types.ts';

/** Longer than an attempt can take: who holds a message longer than that was killed. */
const LEASE_MS = 60_000;

export type QueuedSms = { id: string; missedCallId: string; toE164: string; text: string; byId: string; queuedAt: Date };

/** A message that this process holds until `leasedUntil`. */
export type ClaimedSms = QueuedSms & {
  attempts: number;
  leasedUntil: Date;
  /** Whom an attempt had asked of which nobody knows what came: its process was killed, or the answer was lost. Null on most days. */
  interruptedAt: SmsProviderName | null;
};

// Two who press Send at once, and one who presses it twice, are told apart by the keys: of the message, and of what is under way.
const QUEUE = `
  insert into "SmsMessage" (id, "missedCallId", "toE164", text, "byId", "queuedAt", "nextAttemptAt") values ($1, $2, $3, $4, $5, $6, $6)
  on conflict do nothing`;
const FIND = 'select "missedCallId", "byId" from "SmsMessage" where id = $1';

/** `again`: it was left before. `underWay`: another to the same missed call is on its way. */
export async function queueSms(client: PoolClient, sms: QueuedSms): Promise<'queued' | 'again' | 'underWay' | 'taken'> {
  const values = [sms.id, sms.missedCallId, sms.toE164, sms.text, sms.byId, sms.queuedAt];
  const { rowCount } = await client.query(QUEUE, values);
  if (rowCount === 1) return 'queued';

  const { rows } = await client.query<{ missedCallId: string; byId: string }>(FIND, [sms.id]);
  const [before] = rows;
  if (!before) return 'underWay';
  return before.missedCallId === sms.missedCallId && before.byId === sms.byId ? 'again' : 'taken';
}

// A lease runs out by itself (kill -9). Stepped over is what another process is taking in this moment.
const CLAIM = `
  with due as (
    select id, provider, state, cause from "SmsMessage"
     where state in ('queued', 'sending') and "nextAttemptAt" <= $1 and ("leasedUntil" is null or "leasedUntil" <= $1)
     order by "nextAttemptAt", id limit $3 for update skip locked)
  update "SmsMessage" m set state = 'sending', "leasedUntil" = $2, attempts = attempts + 1, provider = $4::"SmsProvider"
    from due where m.id = due.id
  returning m.id, m."missedCallId", m."toE164", m.text, m."byId", m."queuedAt", m.attempts, m."leasedUntil",
            case when due.state = 'sending' or due.cause = 'uncertain' then due.provider end as "interruptedAt"`;

/** Takes the messages whose turn it is; `provider` is who will be asked to send them. */
export async function claimDueSms(now: Date, limit: number, provider: SmsProviderName | null): Promise<ClaimedSms[]> {
  const leasedUntil = new Date(now.getTime() + LEASE_MS);
  const { rows } = await pool().query<ClaimedSms>(CLAIM, [now, leasedUntil, limit, provider]);
  return rows;
}

const NEXT = `
  select min(greatest("nextAttemptAt", coalesce("leasedUntil", "nextAttemptAt"))) as at from "SmsMessage"
   where state in ('queued', 'sending')`;

/** When there is something to do again; null while nothing waits. */
export async function nextDueSms(): Promise<Date | null> {
  const { rows } = await pool().query<{ at: Date | null }>(NEXT);
  return rows[0]?.at ?? null;
}

const LATER = `
  update "SmsMessage" set state = 'queued', "leasedUntil" = null, "nextAttemptAt" = $3, cause = $4
   where id = $1 and "leasedUntil" = $2 and state = 'sending'`;

/** Lets a message wait for its next attempt. False where somebody else has had the last word meanwhile. */
export async function putOffSms({ id, leasedUntil }: ClaimedSms, nextAttemptAt: Date, cause: string): Promise<boolean> {
  const { rowCount } = await pool().query(LATER, [id, leasedUntil, nextAttemptAt, cause]);
  return rowCount === 1;
}

export type StoredSms = { id: string; missedCallId: string; byId: string; state: SmsState; hidAt: Date | null };

export async function lockSms(client: PoolClient, id: string): Promise<StoredSms | null> {
  const text = 'select id, "missedCallId", "byId", state, "hidAt" from "SmsMessage" where id = $1 for update';
  const { rows } = await client.query<StoredSms>(text, [id]);
  return rows[0] ?? null;
}

/** Which message a report is of: by our id, or by what its provider calls it. */
export async function findReported(
  provider: SmsProviderName,
  { smsId, providerId }: { smsId: string | null; providerId: string | null },
): Promise<{ id: string; missedCallId: string } | null> {
  const text = `
    select id, "missedCallId" from "SmsMessage" where provider = $1::"SmsProvider" and (id = $2 or "providerId" = $3)
     order by (id = $2) desc nulls last limit 1`;
  const { rows } = await pool().query<{ id: string; missedCallId: string }>(text, [provider, smsId, providerId]);
  return rows[0] ?? null;
}
