import { inBatches } from '../db/in-batches.ts';
import { THROTTLE_WINDOW_MINUTES } from './throttle.ts';

const MINUTE_MS = 60_000;
/** Long enough to answer who was signed in when something happened last month; the audit says it for longer. */
const SESSION_DAYS = 30;

const SESSIONS = expiry('Session', '"expiresAt" < $1 or "revokedAt" < $1');
const FAILURES = expiry('SignInFailure', '"at" < $1');

/** Deletes sessions that have been over for a month, and failed sign-ins that the throttle no longer looks back to. */
export async function expireSessions(now: Date): Promise<void> {
  await inBatches(SESSIONS, [minutesBefore(now, SESSION_DAYS * 24 * 60)]);
  await inBatches(FAILURES, [minutesBefore(now, THROTTLE_WINDOW_MINUTES)]);
}

function expiry(table: 'Session' | 'SignInFailure', isOver: string): string {
  return `delete from "${table}" where id in (select id from "${table}" where ${isOver} limit $2)`;
}

function minutesBefore(at: Date, minutes: number): Date {
  return new Date(at.getTime() - minutes * MINUTE_MS);
}
