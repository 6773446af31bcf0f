import { randomUUID } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { PoolClient } from 'pg';
import { announceCallBack } from '../call-backs/announce.ts';
import { foldCall, foldCalls } from '../calls/fold.ts';
import { REUSE_AFTER_MS } from '../calls/order.ts';
import type { CallFold, StoredEvent } from '../calls/types.ts';
import { now } from '../clock.ts';
import { inTransaction } from '../db/transaction.ts';
import { settleClass } from '../lines/classify.ts';
import { log } from '../log.ts';
import { noteNewMisses } from '../mail/notices.ts';
import { wakeMails } from '../mail/wake.ts';
import { announceMissedCalls } from '../missed-calls/announce.ts';
import type { PbxEvent } from '../pbx/envelope.ts';
import { announce, answerOf, type ChangedCall, findViews } from './announce.ts';
import { type KnownCall, readContext } from './call-context.ts';
import { saveCall, tieToDelivery } from './call-store.ts';
import { consequences } from './consequences.ts';
import { announceDevices, type ChangedDevice, saveDevices } from './devices.ts';
import { dialledCall } from './dialled-call.ts';
import { type IncomingEvent, insertEvents, loadEvents, lockCalls, pbxCallIdOf } from './event-store.ts';
import { type LedgerOutcome, nothingMissed, recordInLedger } from './record-in-ledger.ts';
import { settledCall } from './settled-call.ts';
import type { Source } from './source.ts';

export type Recorded = { accepted: number; duplicate: number };

/**
 * Takes what a PBX posted under one webhook id: all of it or nothing, each event once (events.md rules 1 and 2).
 * One transaction stores the events and what they say about their calls; browsers hear of it after the commit.
 */
export async function recordEvents(source: Source, webhookId: string, events: PbxEvent[]): Promise<Recorded> {
  const incoming = events.map((event, index) => ({ event, index }));
  const post = `${source.id}/${webhookId}`;
  try {
    const outcome = await inTransaction((client) => store(client, source, webhookId, incoming, untold.has(post)));
    tell(outcome);
    untold.delete(post);
    return { accepted: outcome.fresh.size, duplicate: events.length - outcome.fresh.size };
  } catch (error) {
    untold.set(post, true);
    throw error;
  }
}

const REMEMBERED_POSTS = 10_000;

// Posts whose transaction ended in an error: the connection may have died between the commit and its answer (R14). Nobody was
// told of such a commit, so the repeat tells, although it stores nothing.
const untold = new LRUCache<string, true>({ max: REMEMBERED_POSTS });

/**
 * Lets somebody act on a call as a PBX would: `decide` sees the call under its lock and answers the events of the act,
 * or null when the act is no longer possible. Of two who act in the same instant one wins (R9).
 */
export function actOnCall(
  source: Source,
  webhookId: string,
  pbxCallId: string,
  decide: (call: CallFold | null) => IncomingEvent[] | null,
): Promise<boolean> {
  return actOnCalls(source, webhookId, [pbxCallId], ([call]) => decide(call ?? null));
}

/** The same for an act on several calls at once, such as joining two: all of it or nothing. `decide` gets them in the order asked for. */
export async function actOnCalls(
  source: Source,
  webhookId: string,
  pbxCallIds: string[],
  decide: (calls: (CallFold | null)[]) => IncomingEvent[] | null,
): Promise<boolean> {
  const outcome = await inTransaction(async (client) => {
    const events = decide(await lockedCalls(client, source, pbxCallIds));
    return events && store(client, source, webhookId, events);
  });
  if (!outcome) return false;

  tell(outcome);
  return true;
}

type Outcome = LedgerOutcome & { fresh: Set<number>; calls: ChangedCall[]; devices: ChangedDevice[]; hasMail: boolean };

async function store(
  client: PoolClient,
  source: Source,
  webhookId: string,
  events: IncomingEvent[],
  tellsAgain = false,
): Promise<Outcome> {
  const fresh = await insertEvents(client, source.id, webhookId, events);
  const news = tellsAgain ? events : events.filter((each) => fresh.has(each.index));
  if (news.length === 0) return { fresh, calls: [], devices: [], ...nothingMissed, hasMail: false };

  const devices = await saveDevices(client, source, news);
  const calls = await updateCalls(client, source, webhookId, news);
  const settled = calls.map((call) => call.settled).filter((call) => call !== null);
  const dialled = calls.map((call) => call.dialled).filter((call) => call !== null);
  const ledger = await recordInLedger(client, settled, dialled, now());
  return { fresh, calls, devices, ...ledger, hasMail: await noteNewMisses(client, ledger.missed) };
}

function tell({ calls, devices, missed, notifies, callBacks, hasMail }: Outcome): void {
  for (const call of calls) announce(call);
  announceMissedCalls(missed, { notifies });
  if (hasMail) wakeMails();
  announceDevices(devices);
  for (const callBack of callBacks) {
    announceCallBack(callBack, now()).catch((error) => log.warn({ err: error }, 'A call back could not be announced'));
  }
}

/** The latest call under each id, as nobody else can change it before the transaction ends. */
async function lockedCalls(client: PoolClient, source: Source, pbxCallIds: string[]): Promise<(CallFold | null)[]> {
  await lockCalls(client, source.id, pbxCallIds);
  const known = await loadEvents(client, source.id, pbxCallIds);
  return pbxCallIds.map((id) => foldCalls(known.get(id) ?? []).at(-1)?.fold ?? null);
}

async function updateCalls(client: PoolClient, source: Source, webhookId: string, news: IncomingEvent[]): Promise<ChangedCall[]> {
  const ids = callIdsOf(news);
  if (ids.length === 0) return [];

  const events = await loadEvents(client, source.id, ids);
  const isNew = (each: StoredEvent) => each.webhookId === webhookId && news.some(({ index }) => index === each.index);

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
  const changed: ChangedCall[] = [];

  for (const [index, { own, fold }] of foldCalls(events).entries()) {
    if (!own.some(isNew)) continue;
    const earlier = own.filter((each) => !isNew(each));
    const before = earlier.length > 0 ? foldCall(earlier) : null;
    const follows = consequences(before, fold);

    const { known, people, line } = await readContext(client, source, pbxCallId, fold);
    const generation = settledCalls(known, events) + index;
    const existing = known.find((call) => call.generation === generation);
    const row = {
      id: existing?.id ?? randomUUID(),
      pbxCallId,
      fold,
      line,
      people,
      ...settleClass(existing, fold.direction, line),
    };

    const version = await saveCall(client, source, { ...row, generation });
    const views = await findViews(client, source, fold, people, follows);
    const answer = answerOf({ row, follows, views });
    if (answer?.opens.kind === 'delivery') await tieToDelivery(client, row.id, answer.opens.deliveryId);
    changed.push({
      row: { ...row, version },
      follows,
      views,
      settled: settledCall(source, row, before),
      dialled: dialledCall(source, row, before),
    });
  }
  return changed;
}

/** Calls of this id whose own events have expired: new ones never fold into them. */
function settledCalls(known: KnownCall[], events: StoredEvent[]): number {
  const earliest = Math.min(...events.map((each) => each.event.occurredAt.getTime()));
  return known.filter((call) => call.endedAt !== null && Date.parse(call.endedAt) < earliest - REUSE_AFTER_MS).length;
}

function callIdsOf(events: IncomingEvent[]): string[] {
  return [...new Set(events.map(({ event }) => pbxCallIdOf(event)).filter((id) => id !== null))];
}
