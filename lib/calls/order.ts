import type { StoredEvent } from './types.ts';

/** A PBX that uses a call id again this long after the call ended means a new call (events.md rule 2, R7). */
export const REUSE_AFTER_MS = 6 * 60 * 60 * 1000;

const STARTS_A_CALL = new Set(['call.offered', 'call.queued', 'leg.ringing']);

/** By the PBX's clock, and by the place in the post where the clock says nothing (events.md rule 2). */
function byClock(a: StoredEvent, b: StoredEvent): number {
  return (
    a.event.occurredAt.getTime() - b.event.occurredAt.getTime() || compareText(a.webhookId, b.webhookId) || a.index - b.index
  );
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** By the source's own order where every event carries one. Our own estimates carry none and keep their time's place. */
function bySequence(events: StoredEvent[]): StoredEvent[] {
  const real = events.filter((each) => each.estimatedAfter === undefined);
  if (!real.every((each) => each.event.seq !== undefined)) return events;

  const ordered = real.toSorted((a, b) => (a.event.seq ?? 0) - (b.event.seq ?? 0) || byClock(a, b));
  const estimates = events.filter((each) => each.estimatedAfter !== undefined);
  return [...ordered, ...estimates];
}

/**
 * Splits everything a PBX said under one call id into the calls it meant, each in order.
 * A function of the set: the order of arrival and repeats make no difference.
 */
export function separateCalls(events: StoredEvent[]): StoredEvent[][] {
  const calls: StoredEvent[][] = [];
  let endedAt: number | null = null;

  for (const each of events.toSorted(byClock)) {
    const at = each.event.occurredAt.getTime();
    const isReuse = endedAt !== null && STARTS_A_CALL.has(each.event.type) && at > endedAt + REUSE_AFTER_MS;

    const current = calls.at(-1);
    if (!current || isReuse) {
      calls.push([each]);
      endedAt = null;
    } else {
      current.push(each);
    }
    if (each.event.type === 'call.ended') endedAt = at;
  }

  return calls.map(bySequence);
}
