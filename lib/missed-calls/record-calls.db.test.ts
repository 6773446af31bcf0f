import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { uniqueNumber } from '../../prisma/factories/numbers.ts';
import { createLine } from '../../prisma/factories/pbx.ts';
import { buildCallEvents, createPbxWorld, parsed } from '../../prisma/factories/pbx-world.ts';
import { db } from '../db/client.ts';
import { recordEvents } from '../intake/record-event.ts';
import type { PbxEventInput } from '../pbx/envelope.ts';
import { type Overheard, overhear } from '../realtime/overheard.ts';
import { verifyChain } from './verify.ts';

let world: Awaited<ReturnType<typeof createPbxWorld>>;
let heard: Overheard[];
let caller: string;
const BEGIN = Date.UTC(2026, 0, 31, 10);
const MINUTE_MS = 60_000;

beforeEach(async () => {
  world = await createPbxWorld();
  caller = uniqueNumber();
  heard = overhear();
});

const post = (...events: PbxEventInput[]) => recordEvents(world.source, randomUUID(), parsed(...events));
const call = (minute: number, from = caller, line = world.line.e164) =>
  buildCallEvents(from, line, randomUUID(), BEGIN + minute * MINUTE_MS);
const at = (minute: number) => new Date(BEGIN + minute * MINUTE_MS);

async function misses(minute: number, from = caller, line = world.line.e164) {
  const { offered, ring, end } = call(minute, from, line);
  await post(offered, ring('101'), end(20));
}
async function getsThrough(minute: number, from = caller, line = world.line.e164) {
  const { offered, ring, answer, end } = call(minute, from, line);
  await post(offered, ring('101'), answer('101'), end());
}

const rowsOf = (e164 = caller) =>
  db.missedCall.findMany({ where: { callerE164: e164 }, orderBy: [{ firstMissedAt: 'asc' }, { id: 'asc' }] });
async function historyOf(missedCallId: string) {
  const events = await db.ledgerEvent.findMany({ where: { missedCallId }, orderBy: { seq: 'asc' } });
  return events.map((event) => event.type);
}
async function chainOf(lineId = world.line.id) {
  return db.ledgerChain.findFirstOrThrow({ where: { lineId } });
}

describe('a missed call', () => {
  test('[S2.12] is a new row on the list, and those who may see its line are told who failed to get through', async () => {
    await misses(0);
    const [row] = await rowsOf();
    expect(row).toMatchObject({ state: 'listed', misses: 1, lastMissedAt: at(0), waitSeconds: 20, lastStatus: 'none' });
    const told = heard.filter((each) => each.name === 'missed-call:changed');
    expect(told).toHaveLength(1);
    expect(told[0]?.rooms).toEqual([`line:${world.line.id}`, 'supervisors']);
    expect(told[0]?.facts[0]).toMatchObject({ missedCallId: row?.id, isListed: true, miss: { count: 1 } });
  });

  test('[S2.14] in a row is one row, counted and dated by the last', async () => {
    for (const minute of [0, 4, 9]) await misses(minute);
    const rows = await rowsOf();
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ misses: 3, firstMissedAt: at(0), lastMissedAt: at(9) });
    expect(await historyOf(rows[0]?.id ?? '')).toEqual(['missed', 'missed', 'missed']);
  });

  test('[S2.14b] on two lines is two rows, each of its line', async () => {
    const other = await createLine(db, { connectionId: world.source.id, operatorIds: [world.olga.id] });
    await misses(0);
    await misses(1, caller, other.e164);
    expect(await rowsOf()).toHaveLength(2);
    expect((await chainOf()).seq).toBe(1);
    expect((await chainOf(other.id)).seq).toBe(1);
  });

  test('[S2.14b] of a withheld number is a row of its own each time', async () => {
    await misses(0, 'anonymous');
    await misses(1, 'anonymous');
    const rows = await db.missedCall.findMany({ where: { chain: { lineId: world.line.id } } });
    expect(rows.map(({ callerE164, misses }) => ({ callerE164, misses }))).toEqual([
      { callerE164: null, misses: 1 },
      { callerE164: null, misses: 1 },
    ]);
  });

  test('to a number that is no line of ours is kept too', async () => {
    await misses(0, caller, uniqueNumber());
    expect(await rowsOf()).toHaveLength(1);
    expect((await db.ledgerChain.findFirstOrThrow({ where: { connectionId: world.source.id } })).lineId).toBeNull();
  });

  test('[R1] heard of again counts once', async () => {
    const { offered, end } = call(0);
    const id = randomUUID();
    await recordEvents(world.source, id, parsed(offered, end()));
    await recordEvents(world.source, id, parsed(offered, end()));
    await post(end());
    expect(await rowsOf()).toMatchObject([{ misses: 1 }]);
  });

  test('[S2.14a] after a removal is a new row, which leads to the one before', async () => {
    await misses(0);
    await getsThrough(5);
    await misses(9);
    const [first, second] = await rowsOf();
    expect(first).toMatchObject({ state: 'hidden', misses: 1 });
    expect(second).toMatchObject({ state: 'listed', misses: 1, previousId: first?.id });
  });
});

describe('a caller who gets through', () => {
  test('[S2.17] [S2.22] is off the list by itself, on every line', async () => {
    const other = await createLine(db, { connectionId: world.source.id, operatorIds: [world.olga.id] });
    await misses(0);
    await misses(1, caller, other.e164);
    await getsThrough(5);
    expect(await rowsOf()).toMatchObject([
      { state: 'hidden', removalReason: 'got_through', removedById: null },
      { state: 'hidden', removalReason: 'got_through', removedById: null },
    ]);
  });

  test('[S2.17] as soon as somebody answers, while they still talk', async () => {
    await misses(0);
    const { offered, ring, answer } = call(5);
    await post(offered, ring('101'));
    expect(await rowsOf()).toMatchObject([{ state: 'listed' }]);
    await post(answer('101'));
    expect(await rowsOf()).toMatchObject([{ state: 'hidden' }]);
  });

  test('takes no other caller along', async () => {
    await misses(0);
    await getsThrough(5, uniqueNumber());
    expect(await rowsOf()).toMatchObject([{ state: 'listed' }]);
  });

  test('before they were missed again stays on the list, in whatever order it is heard of', async () => {
    await misses(9);
    await getsThrough(5);
    expect(await rowsOf()).toMatchObject([{ state: 'listed', lastMissedAt: at(9) }]);
  });

  test('is off the list also where the miss is heard of after it', async () => {
    await getsThrough(5);
    await misses(0);
    const [row] = await rowsOf();
    expect(row).toMatchObject({ state: 'hidden', removalReason: 'got_through' });
    expect(await historyOf(row?.id ?? '')).toEqual(['missed', 'removed']);
  });
});

describe('a miss that turns out answered', () => {
  test('[R3] is withdrawn by an event of its own', async () => {
    const { offered, ring, answer, end } = call(0);
    await post(offered, ring('101'), end());
    expect(await rowsOf()).toMatchObject([{ state: 'listed' }]);
    await post(answer('101'));
    const [row] = await rowsOf();
    expect(row).toMatchObject({ state: 'withdrawn', misses: 0 });
    expect(await historyOf(row?.id ?? '')).toEqual(['missed', 'withdrawn']);
  });

  test('leaves the misses after it', async () => {
    const { offered, ring, answer, end } = call(0);
    await post(offered, ring('101'), end());
    await misses(7);
    await post(answer('101'));
    expect(await rowsOf()).toMatchObject([{ state: 'listed', misses: 1, firstMissedAt: at(7), lastMissedAt: at(7) }]);
  });
});

describe('an end that is heard of before anything else', () => {
  test('[R3] of a call of our own out is no missed call once that is known', async () => {
    const { callId, end } = call(0);
    await post(end());
    await post({
      type: 'call.offered',
      occurredAt: at(0).toISOString(),
      call: { callId, direction: 'outbound', to: { number: caller }, line: world.line.e164, extension: '101' },
    });
    expect(await db.missedCall.count({ where: { chain: { connectionId: world.source.id }, state: 'listed' } })).toBe(0);
  });

  test('[R3] is a miss of its caller, on its line, at its time, as soon as those are known', async () => {
    const { offered, ring, end } = call(0);
    await post(end(20));
    await post(offered, ring('101'));
    expect(await rowsOf()).toMatchObject([{ state: 'listed', misses: 1, lastMissedAt: at(0), waitSeconds: 20 }]);
    const listed = { chain: { connectionId: world.source.id }, state: 'listed' } as const;
    expect(await db.missedCall.findMany({ where: listed, select: { chain: { select: { lineId: true } } } })).toEqual([
      { chain: { lineId: world.line.id } },
    ]);
  });
});

describe('several facts in one post', () => {
  test('[S2.14a] a caller who got through and was missed again begins a row that leads to the one before', async () => {
    await misses(0);
    const [first] = await rowsOf();
    const through = call(5);
    const again = call(9);
    await post(through.offered, through.ring('101'), through.answer('101'), through.end(), again.offered, again.end());
    expect((await rowsOf()).at(1)).toMatchObject({ state: 'listed', previousId: first?.id });
  });

  test('[S2.17] a caller who rang before they were missed, and was answered after it, is off the list either way', async () => {
    const long = call(0);
    await misses(3);
    await post(long.offered, long.ring('101'), long.answer('101', 300));
    expect(await rowsOf()).toMatchObject([{ state: 'hidden' }]);

    caller = uniqueNumber();
    const longer = call(0);
    await post(longer.offered, longer.ring('101'), longer.answer('101', 300));
    await misses(3);
    expect(await rowsOf()).toMatchObject([{ state: 'hidden' }]);
  });
});

describe('the chain', () => {
  test('of a line is whole, however many callers fail on it at once', async () => {
    const callers = Array.from({ length: 12 }, () => uniqueNumber());
    await Promise.all(callers.map((from, index) => misses(index, from)));
    await Promise.all(callers.map((from, index) => getsThrough(30 + index, from)));
    expect(await verifyChain((await chainOf()).id)).toEqual({ ok: true, links: 24 });
  });

  test('whatever posts of several callers on several lines come at once, none waits for another for ever', async () => {
    const other = await createLine(db, { connectionId: world.source.id, operatorIds: [world.olga.id] });
    // Callers of each post's own, so that nothing but the chains is waited for; neither chain is there yet.
    const posts = Array.from({ length: 12 }, (_, index) => {
      const lines = index % 2 ? [world.line.e164, other.e164] : [other.e164, world.line.e164];
      return post(
        ...lines.flatMap((line, each) => [call(each, uniqueNumber(), line)]).flatMap(({ offered, end }) => [offered, end()]),
      );
    });
    await Promise.all(posts);
    for (const lineId of [world.line.id, other.id])
      expect(await verifyChain((await chainOf(lineId)).id)).toMatchObject({ ok: true });
  });

  test('names the caller beside it, and not in it', async () => {
    await misses(0);
    const { id } = await chainOf();
    const links = await db.ledgerEvent.findMany({ where: { chainId: id } });
    expect(JSON.stringify(links)).not.toContain(caller.replace('+', ''));
    expect(await db.ledgerPrivate.findMany({ where: { chainId: id } })).toMatchObject([{ data: { number: caller } }]);
    await db.ledgerPrivate.deleteMany({ where: { chainId: id } });
    expect(await verifyChain(id)).toEqual({ ok: true, links: 1 });
  });

  test.each([
    ['changed', 'update "LedgerEvent" set "byId" = null'],
    ['deleted', 'delete from "LedgerEvent"'],
    ['emptied', 'truncate "LedgerEvent"'],
    ['begun anew', `update "LedgerChain" set seq = 0`],
    ['emptied of its chains', `truncate "LedgerChain" cascade`],
  ])('cannot be %s', async (_, sql) => {
    await misses(0);
    await expect(db.$executeRawUnsafe(sql)).rejects.toThrow(/only/);
  });
});
