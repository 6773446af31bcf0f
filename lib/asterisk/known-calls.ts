import { foldCalls } from '../calls/fold.ts';
import type { CallFold, CallPhase, StoredEvent } from '../calls/types.ts';
import { db } from '../db/client.ts';
import { inTransaction } from '../db/transaction.ts';
import { loadEvents } from '../intake/event-store.ts';

/** A call that is up as far as the database knows. */
export type OpenCall = { id: string; pbxCallId: string; phase: CallPhase; startedAt: Date; eventCount: number; legIds: string[] };

const MAX_OPEN_CALLS = 5_000;

export async function openCalls(connectionId: string): Promise<OpenCall[]> {
  const calls = await db.call.findMany({
    select: { id: true, pbxCallId: true, phase: true, startedAt: true, eventCount: true, legs: { select: { legId: true } } },
    where: { connectionId, phase: { not: 'ended' } },
    orderBy: { startedAt: 'desc' },
    take: MAX_OPEN_CALLS,
  });
  return calls.map(({ legs, ...call }) => ({ ...call, legIds: legs.map((leg) => leg.legId) }));
}

export type KnownCall = { fold: CallFold; nextSeq: number };

/** What is stored of these calls, by the PBX's id. Those that nobody ever told of are not in it. */
export async function knownCalls(connectionId: string, pbxCallIds: string[]): Promise<Map<string, KnownCall>> {
  if (pbxCallIds.length === 0) return new Map();
  const stored = await inTransaction((client) => loadEvents(client, connectionId, pbxCallIds));

  const known = new Map<string, KnownCall>();
  for (const [pbxCallId, events] of stored) {
    const latest = foldCalls(events).at(-1);
    if (latest) known.set(pbxCallId, { fold: latest.fold, nextSeq: nextSeq(latest.own) });
  }
  return known;
}

function nextSeq(events: StoredEvent[]): number {
  return Math.max(-1, ...events.map(({ event }) => event.seq ?? -1)) + 1;
}
