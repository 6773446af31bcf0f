import { randomUUID } from 'node:crypto';
import type { PoolClient } from 'pg';
import { foldCall } from '../calls/fold.ts';
import { REUSE_AFTER_MS, separateCalls } from '../calls/order.ts';
import { extensionsOf, otherParty } from '../calls/row.ts';
import type { CallFold, StoredEvent } from '../calls/types.ts';
import { inTransaction } from '../db/transaction.ts';
import { classify } from '../lines/classify.ts';
import type { PbxEvent } from '../pbx/envelope.ts';
import { announce, type ChangedCall, findCards } from './announce.ts';
import { findLine, findPeople, type KnownCall, knownCalls, saveCall } from './call-store.ts';
import { consequences } from './consequences.ts';
import { announceDevices, type ChangedDevice, saveDevices } from './devices.ts';
import { type IncomingEvent, insertEvents, loadEvents, lockCall, pbxCallIdOf } from './event-store.ts';
import type { Source } from './source.ts';

export type Recorded = { accepted: number; duplicate: number };

/**
 * Takes what a PBX posted under one webhook id: all of it or nothing, each event once (events.md rules 1 and 2).
 * One transaction stores the events and what they say about their calls; browsers hear of it after the commit.
 */
export async function recordEvents(source: Source, webhookId: string, events: PbxEvent[]): Promise<Recorded> {
  const incoming = events.map((event, index) => ({ event, index }));
  const outcome = await inTransaction((client) => store(client, source, webhookId, incoming));

  tell(outcome);
  return { accepted: outcome.fresh.size, duplicate: events.length - outcome.fresh.size };
}

/**
 * Lets somebody act on a call as a PBX would: `decide` sees the call under its lock and answers the events of the act,
 * or null when the act is no longer possible. Of two who act in the same instant one wins (R9).
 */
export async function actOnCall(
  source: Source,
  webhookId: string,
  pbxCallId: string,
  decide: (call: CallFold | null) => IncomingEvent[] | null,
): Promise<boolean> {
  const outcome = await inTransaction(async (client) => {
    const events = decide(await lockedCall(client, source, pbxCallId));
    return events && store(client, source, webhookId, events);
  });
  if (!outcome) return false;

  tell(outcome);
  return true;
}

type Outcome = { fresh: Set<number>; calls: ChangedCall[]; devices: ChangedDevice[] };

async function store(client: PoolClient, source: Source, webhookId: string, events: IncomingEvent[]): Promise<Outcome> {
  const fresh = await insertEvents(client, source.id, webhookId, events);
  if (fresh.size === 0) return { fresh, calls: [], devices: [] };

  const stored = events.filter((each) => fresh.has(each.index));
  const devices = await saveDevices(
    client,
    source,
    stored.map((each) => each.event),
  );
  return { fresh, calls: await updateCalls(client, source, webhookId, stored), devices };
}

function tell({ calls, devices }: Outcome): void {
  for (const call of calls) announce(call);
  announceDevices(devices);
}

/** The latest call under this id, as nobody else can change it before the transaction ends. */
async function lockedCall(client: PoolClient, source: Source, pbxCallId: string): Promise<CallFold | null> {
  await lockCall(client, source.id, pbxCallId);
  const known = await loadEvents(client, source.id, [pbxCallId]);
  const latest = separateCalls(known.get(pbxCallId) ?? []).at(-1);
  return latest ? foldCall(latest) : null;
}

async function updateCalls(
  client: PoolClient,
  source: Source,
  webhookId: string,
  stored: IncomingEvent[],
): Promise<ChangedCall[]> {
  const ids = callIdsOf(stored);
  if (ids.length === 0) return [];

  const events = await loadEvents(client, source.id, ids);
  const isNew = (each: StoredEvent) => each.webhookId === webhookId && stored.some(({ index }) => index === each.index);

  const changed: ChangedCall[] = [];
  for (const id of ids) changed.push(...(await updateCall(client, source, id, events.get(id) ?? [], isNew)));
  return changed;
}

/** Folds every call that the PBX meant by one id, and writes those that the new events touch. */
async function updateCall(
  client: PoolClient,
  source: Source,
  pbxCallId: string,
  events: StoredEvent[],
  isNew: (each: StoredEvent) => boolean,
): Promise<ChangedCall[]> {
  const known = await knownCalls(client, source.id, pbxCallId);
  const settled = settledCalls(known, events);
  const changed: ChangedCall[] = [];

  for (const [index, own] of separateCalls(events).entries()) {
    const generation = settled + index;
    if (!own.some(isNew)) continue;
    const existing = known.find((call) => call.generation === generation);
    const earlier = own.filter((each) => !isNew(each));
    const before = earlier.length > 0 ? foldCall(earlier) : null;
    const fold = foldCall(own);

    const people = await findPeople(client, source.id, extensionsOf(fold));
    const line = fold.line || fold.direction === 'inbound' ? await findLine(client, source, fold.line ?? fold.to.number) : null;
    const class_ = existing ?? (fold.direction === 'inbound' ? classify(line) : { class: null, reasons: [] });
    const party = otherParty(fold, source.country);
    const follows = consequences(before, fold);

    const row = { id: existing?.id ?? randomUUID(), fold, party, line, class: class_.class, reasons: class_.reasons, people };
    const version = await saveCall(client, source, { ...row, pbxCallId, generation });
    const card = await findCards(client, source, party, follows);
    changed.push({ row: { ...row, version }, follows, card, people });
  }
  return changed;
}

/** Calls of this id whose own events have expired: new ones never fold into them. */
function settledCalls(known: KnownCall[], events: StoredEvent[]): number {
  const earliest = Math.min(...events.map((each) => each.event.occurredAt.getTime()));
  return known.filter((call) => call.endedAt !== null && call.endedAt.getTime() < earliest - REUSE_AFTER_MS).length;
}

function callIdsOf(events: IncomingEvent[]): string[] {
  return [...new Set(events.map(({ event }) => pbxCallIdOf(event)).filter((id) => id !== null))];
}
