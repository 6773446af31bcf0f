import { DatabaseError } from 'pg';
import { pool } from '../db/client.ts';

const UNIQUE_VIOLATION = '23505';

// Another message to the same missed call may be under way by now: that one is let be.
const RETRY = `
  update "SmsMessage" m set state = 'queued', cause = null, attempts = 0, "queuedAt" = $2, "nextAttemptAt" = $2, "settledAt" = null
   where id = $1 and state = 'failed' and text <> ''
     and not exists (select from "SmsMessage" other where other."missedCallId" = m."missedCallId" and other.state in ('queued', 'sending'))
  returning "missedCallId"`;

/** Queues a message anew that was given up; null where it is no longer, or was forgotten. */
export async function retrySms(id: string, now: Date): Promise<{ missedCallId: string } | null> {
  try {
    const { rows } = await pool().query<{ missedCallId: string }>(RETRY, [id, now]);
    return rows[0] ?? null;
  } catch (error) {
    // Of two to one missed call that are asked for in the same instant, the key lets one through.
    if (error instanceof DatabaseError && error.code === UNIQUE_VIOLATION) return null;
    throw error;
  }
}
