import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { uniqueNumber } from '../../prisma/factories/numbers.ts';
import { buildCallEvents, createPbxWorld, parsed } from '../../prisma/factories/pbx-world.ts';
import { db } from '../db/client.ts';
import { recordEvents } from '../intake/record-event.ts';
import { changeByHand } from './hand-store.ts';
import { retainMissedCalls } from './retention.ts';
import { verifyChain } from './verify.ts';

const ALL = { chainIds: null };
const BEGIN = Date.UTC(2026, 0, 31, 10);
const day = (days: number, minutes = 0) => new Date(BEGIN + days * 86_400_000 + minutes * 60_000);

let world: Awaited<ReturnType<typeof createPbxWorld>>;
let caller: string;
let id: string;

beforeEach(async () => {
  world = await createPbxWorld();
  caller = uniqueNumber();
  await misses(0);
  ({ id } = await db.missedCall.findFirstOrThrow({ where: { callerE164: caller } }));
  await setTo({ retentionDays: 14, deleteAfterDays: 90 });
});

async function misses(days: number) {
  const { offered, end } = buildCallEvents(caller, world.line.e164, randomUUID(), day(days).getTime());
  await recordEvents(world.source, randomUUID(), parsed(offered, end(20)));
}
const setTo = (settings: { retentionDays?: number | null; deleteAfterDays?: number | null }) =>
  db.missedCallSettings.upsert({ where: { id: 1 }, create: { id: 1, ...settings }, update: settings });
const hide = (at: Date) => changeByHand([id], ALL, { type: 'removed', reason: 'manual', at, byId: world.olga.id });
const restore = (at: Date) => changeByHand([id], ALL, { type: 'restored', at, byId: world.olga.id });
const row = () => db.missedCall.findUniqueOrThrow({ where: { id } });
const history = async () =>
  (await db.ledgerEvent.findMany({ where: { missedCallId: id }, orderBy: { seq: 'asc' } })).map((event) => event.type);

describe('retention on the list', () => {
  test('[S2.22] [S2.23] takes off what has stood there for its days, and says that it did', async () => {
    await retainMissedCalls(day(14, -1));
    expect(await row()).toMatchObject({ state: 'listed' });
    await retainMissedCalls(day(14, 1));
    expect(await row()).toMatchObject({ state: 'hidden', removalReason: 'retention', removedById: null });
  });

  test('counts from the last miss, and from when it was put back', async () => {
    await misses(10);
    await retainMissedCalls(day(23));
    expect(await row()).toMatchObject({ state: 'listed' });
    await hide(day(23));
    await restore(day(23, 5));
    await retainMissedCalls(day(30));
    expect(await row()).toMatchObject({ state: 'listed' });
    await retainMissedCalls(day(37, 6));
    expect(await row()).toMatchObject({ state: 'hidden', removalReason: 'retention' });
  });

  test('for ever is for ever', async () => {
    await setTo({ retentionDays: null, deleteAfterDays: null });
    await retainMissedCalls(day(4_000));
    expect(await row()).toMatchObject({ state: 'listed' });
  });

  test('[R9] that runs twice at once takes each row off once, whatever happens beside it', async () => {
    await Promise.all([retainMissedCalls(day(20)), retainMissedCalls(day(20)), hide(day(20))]);
    expect(await history()).toEqual(['missed', 'removed']);
  });
});

describe('permanent deletion', () => {
  test('[S2.20] forgets whose it was once nobody can restore it; that it was, and what was done, still counts', async () => {
    await hide(day(1));
    await retainMissedCalls(day(91, -1));
    expect(await row()).toMatchObject({ state: 'hidden', callerE164: caller });
    await retainMissedCalls(day(91, 1));
    expect(await row()).toMatchObject({
      state: 'deleted',
      misses: 1,
      removalReason: 'manual',
      callerE164: null,
      callerDisplay: '',
    });
    expect(await history()).toEqual(['missed', 'removed', 'deleted']);
    expect(await restore(day(92))).toEqual([]);
    const { chainId } = await row();
    expect(await db.ledgerPrivate.count({ where: { chainId } })).toBe(0);
    expect(await verifyChain(chainId)).toEqual({ ok: true, links: 3 });
  });

  test('what turned out to be no miss is on no list, and forgotten in the same time', async () => {
    const answered = buildCallEvents(uniqueNumber(), world.line.e164, randomUUID(), day(0).getTime());
    await recordEvents(world.source, randomUUID(), parsed(answered.offered, answered.end(20)));
    await recordEvents(world.source, randomUUID(), parsed(answered.answer('101')));
    const where = { chain: { lineId: world.line.id }, state: 'withdrawn' as const };
    await retainMissedCalls(day(89));
    expect((await db.missedCall.findFirstOrThrow({ where })).callerE164).not.toBeNull();
    await retainMissedCalls(day(91));
    expect(await db.missedCall.findFirstOrThrow({ where })).toMatchObject({
      callerE164: null,
      callerDisplay: '',
      callerName: '',
    });
  });

  test('a miss after it is a row of its own', async () => {
    await hide(day(1));
    await retainMissedCalls(day(100));
    await misses(101);
    expect(await db.missedCall.findMany({ where: { callerE164: caller } })).toMatchObject([{ state: 'listed', misses: 1 }]);
  });
});
