import type { LedgerEvent, MissedCallRow } from './types.ts';

/*
 *                 missed (again: ×n, the date of the last)
 *                   ┌───┐
 *                   │   ▼
 *   ──── missed ──▶ listed ───── removed ─────▶ hidden ───── deleted ──▶ deleted
 *                   │    ▲                       │  │        (in its own time)
 *                   │    └────── restored ───────┘  │
 *                   │                               │
 *                   └─ withdrawn (none is left) ────┴──▶ withdrawn
 *
 * listed     somebody still has to deal with it
 * hidden     removed by a call back, by getting through, by an SMS, by time, or by hand; it can be restored
 * deleted    whose it was is forgotten; the counts stay
 * withdrawn  late events showed that each of its calls was answered; the end
 *
 * Calls, messages and who is to deal with it are told in any state: a call back that is up while its row is removed still has a result.
 */

/** Something was told of a row that cannot happen to it. */
export class ImpossibleLedgerEvent extends Error {
  override name = 'ImpossibleLedgerEvent';
}

/** What a row becomes by an event (S2.14–S2.22). Null is the row before its first miss. */
export function nextRow(row: MissedCallRow | null, event: LedgerEvent): MissedCallRow {
  if (!row) {
    if (event.type !== 'missed') throw new ImpossibleLedgerEvent(`${event.type} before any miss`);
    return firstMiss(event);
  }
  switch (event.type) {
    case 'missed':
      return expect(row, 'listed', event) && again(row, event);
    case 'withdrawn':
      return withdraw(row, event);
    case 'call_started':
      return { ...row, attempts: row.attempts + 1, ...(row.firstAttemptAt ? {} : firstAttempt(event)) };
    case 'call_reached':
      return { ...row, lastStatus: 'reached', firstReachedAt: row.firstReachedAt ?? event.at };
    case 'call_not_reached':
      return { ...row, lastStatus: 'not_reached' };
    case 'sms_sent':
      return { ...row, attempts: row.attempts + 1, lastStatus: 'sms_sent' };
    case 'sms_failed':
    case 'sms_delivered':
    case 'sms_undelivered':
      return row;
    case 'assigned':
      return { ...row, assigneeId: event.toId };
    case 'deleted':
      return { ...expect(row, 'hidden', event), state: 'deleted' };
    case 'removed':
      return {
        ...expect(row, 'listed', event),
        state: 'hidden',
        removedAt: event.at,
        removalReason: event.reason,
        removedById: event.byId,
      };
    case 'restored':
      return {
        ...expect(row, 'hidden', event),
        state: 'listed',
        removedAt: null,
        removalReason: null,
        removedById: null,
        restoredAt: event.at,
      };
  }
}

function firstMiss({ missedAt, waitSeconds, isOutsideHours }: Extract<LedgerEvent, { type: 'missed' }>): MissedCallRow {
  return {
    state: 'listed',
    misses: 1,
    firstMissedAt: missedAt,
    lastMissedAt: missedAt,
    waitSeconds,
    isOutsideHours,
    lastStatus: 'none',
    attempts: 0,
    firstAttemptAt: null,
    firstReachedAt: null,
    firstAttemptById: null,
    assigneeId: null,
    removedAt: null,
    removalReason: null,
    removedById: null,
    restoredAt: null,
  };
}

function firstAttempt({ at, byId }: Extract<LedgerEvent, { type: 'call_started' }>) {
  return { firstAttemptAt: at, firstAttemptById: byId };
}

/** A miss that is heard of late counts, but what was known already stays the last. */
function again(
  row: MissedCallRow,
  { missedAt, waitSeconds, isOutsideHours }: Extract<LedgerEvent, { type: 'missed' }>,
): MissedCallRow {
  const isLast = missedAt >= row.lastMissedAt;
  return {
    ...row,
    misses: row.misses + 1,
    firstMissedAt: missedAt < row.firstMissedAt ? missedAt : row.firstMissedAt,
    lastMissedAt: isLast ? missedAt : row.lastMissedAt,
    waitSeconds: isLast ? waitSeconds : row.waitSeconds,
    isOutsideHours: isLast ? isOutsideHours : row.isOutsideHours,
  };
}

function withdraw(row: MissedCallRow, event: Extract<LedgerEvent, { type: 'withdrawn' }>): MissedCallRow {
  if (row.state === 'withdrawn') throw new ImpossibleLedgerEvent('withdrawn after all was');
  if (event.left) return { ...row, ...event.left };
  // It was never a miss: nobody removed it either.
  return { ...row, misses: 0, state: 'withdrawn', removedAt: null, removalReason: null, removedById: null };
}

function expect(row: MissedCallRow, state: MissedCallRow['state'], event: LedgerEvent): MissedCallRow {
  if (row.state !== state) throw new ImpossibleLedgerEvent(`${event.type} while ${row.state}`);
  return row;
}
