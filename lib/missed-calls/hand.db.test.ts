import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { uniqueNumber } from '../../prisma/factories/numbers.ts';
import { buildCallEvents, createPbxWorld, parsed } from '../../prisma/factories/pbx-world.ts';
import { db } from '../db/client.ts';
import { recordEvents } from '../intake/record-event.ts';
import { MissedCallFilter } from './filter.ts';
import { changeByHand } from './hand-store.ts';
import { historyOfMissedCall } from './history-queries.ts';
import { countListed, listMissedCalls } from './queries.ts';
import type { MissedCallViewer } from './visible.ts';
import { missedCallViewer } from './visible.ts';

let world: Awaited<ReturnType<typeof createPbxWorld>>;
let olgas: MissedCallViewer;
const NOBODYS: MissedCallViewer = { chainIds: [] };
const BEGIN = Date.UTC(2026, 0, 31, 10);

beforeEach(async () => {
  world = await createPbxWorld();
  await misses(0);
  olgas = await missedCallViewer({ id: world.olga.id, role: 'operator', grants: [] });
});

async function misses(minute: number, number = uniqueNumber()) {
  const { offered, end } = buildCallEvents(number, world.line.e164, randomUUID(), BEGIN + minute * 60_000);
  await recordEvents(world.source, randomUUID(), parsed(offered, end(20)));
  return number;
}
const list = (filter: Record<string, string> = {}, viewer = olgas) => listMissedCalls(MissedCallFilter.parse(filter), viewer);
const hide = (ids: string[], viewer = olgas) =>
  changeByHand(ids, viewer, { type: 'removed', reason: 'manual', at: new Date(), byId: world.olga.id });
const restore = (ids: string[]) => changeByHand(ids, olgas, { type: 'restored', at: new Date(), byId: world.oskar.id });

describe('a row taken off the list by hand', () => {
  test('[S2.16] [S2.18] [S2.20] is seen by the view of hidden ones, with who did it, until it is restored', async () => {
    const [row] = (await list()).rows;
    const id = row?.id ?? '';
    await hide([id]);
    expect((await list()).rows).toEqual([]);
    expect((await list({ view: 'hidden' })).rows).toMatchObject([
      { id, removalReason: 'manual', removedBy: { name: 'Olga Operator' } },
    ]);

    await restore([id]);
    expect((await list()).rows).toMatchObject([{ id, removedBy: null }]);
    const history = await historyOfMissedCall(id, olgas);
    expect(history?.map(({ type, by }) => [type, by])).toEqual([
      ['restored', 'Oskar Operator'],
      ['removed', 'Olga Operator'],
      ['missed', null],
    ]);
  });

  test('[R9] two who hide it at once make one entry', async () => {
    const [row] = (await list()).rows;
    const changed = await Promise.all([hide([row?.id ?? '']), hide([row?.id ?? '']), hide([row?.id ?? ''])]);
    expect(changed.flat()).toHaveLength(1);
    expect(await historyOfMissedCall(row?.id ?? '', olgas)).toHaveLength(2);
  });

  test('[R9] hidden while it turns out answered, it is one or the other, as its history says', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { offered, answer, end } = buildCallEvents('anonymous', world.line.e164, randomUUID(), BEGIN);
      await recordEvents(world.source, randomUUID(), parsed(offered, end(20)));
      const row = (await list()).rows.find(({ callerE164 }) => callerE164 === null);
      const id = row?.id ?? '';
      await Promise.all([recordEvents(world.source, randomUUID(), parsed(answer('101'))), hide([id])]);
      expect(await db.missedCall.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: 'withdrawn', misses: 0 });
      const types = (await historyOfMissedCall(id, olgas))?.map(({ type }) => type);
      expect([
        ['withdrawn', 'missed'],
        ['withdrawn', 'removed', 'missed'],
      ]).toContainEqual(types);
    }
  });

  test('[R34] of a line that is none of theirs is neither seen, nor hidden, nor counted', async () => {
    const [row] = (await list()).rows;
    expect((await list({}, NOBODYS)).rows).toEqual([]);
    expect(await historyOfMissedCall(row?.id ?? '', NOBODYS)).toBeNull();
    expect(await hide([row?.id ?? ''], NOBODYS)).toEqual([]);
    expect(await countListed(NOBODYS)).toBe(0);
    expect((await list()).rows).toHaveLength(1);
  });
});

describe('the list', () => {
  test('[S2.12] the counter says how many rows are listed', async () => {
    await misses(1);
    expect(await countListed(olgas)).toBe(2);
    await hide([(await list()).rows[0]?.id ?? '']);
    expect(await countListed(olgas)).toBe(1);
  });

  test('goes page by page, each row once, the latest miss first', async () => {
    // All of them in the same instant: then the id decides.
    for (let index = 0; index < 120; index += 1) await misses(5);
    const seen: string[] = [];
    let after: string | null = '';
    while (after !== null) {
      const page: Awaited<ReturnType<typeof list>> = await list(after ? { after } : {});
      seen.push(...page.rows.map(({ id }) => id));
      after = page.next;
    }
    expect(new Set(seen).size).toBe(121);
    expect(seen).toHaveLength(121);
    const oldest = await db.missedCall.findFirst({ where: { id: { in: seen } }, orderBy: { lastMissedAt: 'asc' } });
    expect(seen.at(-1)).toBe(oldest?.id);
  });

  test('is found by number', async () => {
    const number = await misses(7);
    expect((await list({ text: number.slice(-7) })).rows).toMatchObject([{ callerE164: number }]);
  });
});

test('what is searched for is meant as it is typed: no sign stands for any other', async () => {
  expect((await list({ text: '%' })).rows).toEqual([]);
  expect((await list({ text: '_' })).rows).toEqual([]);
});
