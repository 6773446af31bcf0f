import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { uniqueNumber } from '../../prisma/factories/numbers.ts';
import { createLine } from '../../prisma/factories/pbx.ts';
import { buildCallEvents, createPbxWorld, parsed } from '../../prisma/factories/pbx-world.ts';
import { takeCallBack } from '../call-backs/take.ts';
import { db } from '../db/client.ts';
import { recordEvents } from '../intake/record-event.ts';
import type { PbxEventInput } from '../pbx/envelope.ts';
import { changeByHand } from './hand-store.ts';
import { retainMissedCalls } from './retention.ts';
import { verifyChain } from './verify.ts';

// A caller on two lines, against a model that knows nothing of a ledger: what is on the list, how often, and why it left.

const ALL = { chainIds: null };
const BEGIN = Date.UTC(2026, 0, 31, 10);
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const RETENTION_DAYS = 14;
const DELETION_DAYS = 90;

type Row = {
  line: number;
  missedAt: Map<string, number>;
  state: 'listed' | 'hidden' | 'withdrawn' | 'deleted';
  reason: string | null;
  status: 'none' | 'reached' | 'not_reached';
  removedAt: number;
  restoredAt: number;
  /** Deleted for good: it is no longer found by its caller. */
  isForgotten: boolean;
};
type Model = { rows: Row[]; answeredAt: number[] };

type Step =
  | { kind: 'miss' | 'lateMiss' | 'through'; line: number }
  | { kind: 'answeredAfterAll'; which: number }
  | { kind: 'callBack'; isReached: boolean }
  | { kind: 'hide' | 'restore' | 'retain' }
  | { kind: 'wait'; days: number };

const line = fc.integer({ min: 0, max: 1 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('miss' as const), line }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('lateMiss' as const), line }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('through' as const), line }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('answeredAfterAll' as const), which: fc.nat(20) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('callBack' as const), isReached: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('hide' as const, 'restore' as const, 'retain' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('wait' as const), days: fc.constantFrom(1, 15, 100) }) },
);

let world: Awaited<ReturnType<typeof createPbxWorld>>;
let lines: { id: string; e164: string }[];

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  world = await createPbxWorld();
  lines = [world.line, await createLine(db, { connectionId: world.source.id })];
  const settings = { retentionDays: RETENTION_DAYS, deleteAfterDays: DELETION_DAYS };
  await db.missedCallSettings.create({ data: { id: 1, ...settings } });
});
afterEach(() => void vi.useRealTimers());

test('[S2.14] [S2.14a] [S2.17] [S2.20] [S2.22] whatever happens to a caller in whatever order, the list is what a simple count says', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
      const run = createRun(uniqueNumber());
      for (const each of steps) {
        await run.take(each);
        expect(await run.stored()).toEqual(run.expected());
      }
      for (const { id } of await db.ledgerChain.findMany({ select: { id: true } })) {
        expect(await verifyChain(id)).toMatchObject({ ok: true });
      }
    }),
    { numRuns: 60 },
  );
}, 120_000);

function createRun(caller: string) {
  const model: Model = { rows: [], answeredAt: [] };
  let now = BEGIN;

  const post = (...events: PbxEventInput[]) => recordEvents(world.source, randomUUID(), parsed(...events));
  const eventsAt = (at: number, on: number, callId: string) => buildCallEvents(caller, lines[on]?.e164 ?? '', callId, at);
  const listed = () => model.rows.filter((row) => row.state === 'listed');
  const last = (row: Row) => Math.max(...row.missedAt.values());

  function remove(rows: Row[], reason: string) {
    for (const row of rows) Object.assign(row, { state: 'hidden', reason, removedAt: now });
  }
  const missedBefore = (at: number) => listed().filter((row) => last(row) < at && row.restoredAt < at);

  async function misses(at: number, on: number) {
    const callId = randomUUID();
    const { offered, end } = eventsAt(at, on, callId);
    await post(offered, end(20));

    const own = listed()
      .filter((row) => row.line === on)
      .sort((a, b) => last(b) - last(a))[0];
    if (own) own.missedAt.set(callId, at);
    else {
      const fresh = { state: 'listed', reason: null, status: 'none', removedAt: 0, restoredAt: 0, isForgotten: false } as const;
      model.rows.push({ ...fresh, line: on, missedAt: new Map([[callId, at]]) });
    }
    const later = Math.max(...model.answeredAt.filter((answered) => answered > at), 0);
    if (later) remove(missedBefore(later), 'got_through');
  }

  async function isAnsweredAfterAll(which: number) {
    const calls = model.rows.flatMap((row) => [...row.missedAt].map(([callId, at]) => ({ row, callId, at })));
    const call = calls[which % Math.max(calls.length, 1)];
    if (!call) return;
    const { answer } = eventsAt(call.at, call.row.line, call.callId);
    await post(answer('101'));

    call.row.missedAt.delete(call.callId);
    if (call.row.missedAt.size === 0) Object.assign(call.row, { state: 'withdrawn', reason: null, removedAt: call.at });
    model.answeredAt.push(call.at + 5_000);
    remove(missedBefore(call.at + 5_000), 'got_through');
  }

  async function callsBack(isReached: boolean) {
    const from = listed()[0];
    if (!from) return;
    const [row] = await db.missedCall.findMany({ where: { callerE164: caller, state: 'listed' }, select: { id: true } });
    const asked = { id: randomUUID(), missedCallId: row?.id ?? '', user: world.olga };
    expect(await takeCallBack(asked, ALL, new Date(now))).toMatchObject({ kind: 'taken' });

    const callId = randomUUID();
    const at = (seconds: number) => ({ occurredAt: new Date(now + seconds * 1_000).toISOString() });
    await post(
      { type: 'call.offered', ...at(1), call: { callId, direction: 'outbound', extension: '101', to: { number: caller } } },
      ...(isReached ? [{ type: 'call.answered' as const, ...at(5), call: { callId, extension: '101' } }] : []),
      { type: 'call.ended', ...at(20), call: { callId }, end: { cause: isReached ? 'completed' : 'no_answer', by: 'caller' } },
    );
    for (const each of listed()) each.status = isReached ? 'reached' : 'not_reached';
    if (isReached) remove(missedBefore(now + 5_000), 'called_back');
  }

  return {
    async take(each: Step) {
      now += 10 * MINUTE_MS;
      vi.setSystemTime(now);
      const by = { at: new Date(now), byId: world.olga.id };
      switch (each.kind) {
        case 'miss':
          return misses(now, each.line);
        case 'lateMiss':
          return misses(now - 25 * MINUTE_MS, each.line);
        case 'through': {
          const { offered, ring, answer, end } = eventsAt(now, each.line, randomUUID());
          await post(offered, ring('101'), answer('101'), end());
          model.answeredAt.push(now + 5_000);
          return remove(missedBefore(now + 5_000), 'got_through');
        }
        case 'answeredAfterAll':
          return isAnsweredAfterAll(each.which);
        case 'callBack':
          return callsBack(each.isReached);
        case 'hide': {
          await changeByHand(await idsOf('listed'), ALL, { type: 'removed', reason: 'manual', ...by });
          return remove(listed(), 'manual');
        }
        case 'restore': {
          await changeByHand(await idsOf('hidden'), ALL, { type: 'restored', ...by });
          for (const row of model.rows.filter(({ state }) => state === 'hidden'))
            Object.assign(row, { state: 'listed', reason: null, restoredAt: now });
          return;
        }
        case 'retain': {
          await retainMissedCalls(new Date(now));
          const over = now - RETENTION_DAYS * DAY_MS;
          remove(
            listed().filter((row) => last(row) < over && row.restoredAt < over),
            'retention',
          );
          for (const row of model.rows) {
            if (row.state === 'hidden' && row.removedAt < now - DELETION_DAYS * DAY_MS)
              Object.assign(row, { state: 'deleted', isForgotten: true });
            // What was no miss is dated by when it was thought to be one.
            if (row.state === 'withdrawn' && row.removedAt < now - DELETION_DAYS * DAY_MS) row.isForgotten = true;
          }
          return;
        }
        case 'wait':
          now += each.days * DAY_MS;
      }
    },

    expected: () =>
      model.rows
        .filter((row) => !row.isForgotten)
        .map((row) => ({
          line: row.line,
          state: row.state,
          misses: row.missedAt.size,
          removalReason: row.state === 'hidden' ? row.reason : null,
          lastStatus: row.status,
        }))
        .sort(order),

    async stored() {
      const rows = await db.missedCall.findMany({
        where: { callerE164: caller },
        select: { state: true, misses: true, removalReason: true, lastStatus: true, chain: { select: { lineId: true } } },
      });
      return rows.map(({ chain, ...row }) => ({ ...row, line: lines.findIndex(({ id }) => id === chain.lineId) })).sort(order);
    },
  };

  async function idsOf(state: 'listed' | 'hidden'): Promise<string[]> {
    const rows = await db.missedCall.findMany({ where: { callerE164: caller, state }, select: { id: true } });
    return rows.map((row) => row.id);
  }
}

function order(a: Record<string, unknown>, b: Record<string, unknown>): number {
  const key = (row: Record<string, unknown>) =>
    JSON.stringify(Object.entries(row).sort(([one], [other]) => (one < other ? -1 : 1)));
  return key(a) < key(b) ? -1 : 1;
}
