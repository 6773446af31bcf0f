import type { CallBack, DialledCall } from './types.ts';

export type Outcome = { kind: 'reached'; talkSeconds: number; answeredAt: Date } | { kind: 'not_reached'; cause: string | null };

/** What a call says of the attempt it was dialled for; null while it is up. Somebody who answered was reached, however short. */
export function outcomeOf({ endedAt, answeredAt, talkSeconds, cause }: DialledCall): Outcome | null {
  if (!endedAt) return null;
  return answeredAt ? { kind: 'reached', talkSeconds, answeredAt } : { kind: 'not_reached', cause };
}

/** Whether nobody else can call this caller back. A lease that its holder's desk does not renew runs out (LEASE_MS). */
export function isLeased({ endedAt, leasedUntil }: Pick<CallBack, 'endedAt' | 'leasedUntil'>, now: Date): boolean {
  return endedAt === null && leasedUntil !== null && leasedUntil > now;
}

const SECOND_MS = 1_000;
/** How long a lease holds unless the holder's desk is still open: two rounds of renewing, and some. */
export const LEASE_MS = 150 * SECOND_MS;
/** A phone that was asked to dial has a call at the PBX by then, or never will. */
export const DIAL_WITHIN_MS = 60 * SECOND_MS;
