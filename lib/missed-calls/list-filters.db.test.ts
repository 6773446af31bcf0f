import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { uniqueNumber } from '../../prisma/factories/numbers.ts';
import { buildCallEvents, createPbxWorld, parsed } from '../../prisma/factories/pbx-world.ts';
import { db } from '../db/client.ts';
import { recordEvents } from '../intake/record-event.ts';
import { MissedCallFilter } from './filter.ts';
import { changeByHand } from './hand-store.ts';
import { listMissedCalls, peopleWhoRemoved } from './queries.ts';

const ALL = { chainIds: null };
const BEGIN = Date.UTC(2026, 0, 31, 10);

let world: Awaited<ReturnType<typeof createPbxWorld>>;
beforeEach(async () => {
  world = await createPbxWorld();
});

async function misses(): Promise<string> {
  const number = uniqueNumber();
  const { offered, end } = buildCallEvents(number, world.line.e164, randomUUID(), BEGIN);
  await recordEvents(world.source, randomUUID(), parsed(offered, end(20)));
  return number;
}

async function hides(number: string, byId: string): Promise<void> {
  const { id } = await db.missedCall.findFirstOrThrow({ where: { callerE164: number } });
  await changeByHand([id], ALL, { type: 'removed', reason: 'manual', at: new Date(BEGIN), byId });
}

async function listed(removed: string): Promise<(string | null)[]> {
  const filter = MissedCallFilter.parse({ view: 'all', line: world.line.id, removed });
  return (await listMissedCalls(filter, ALL)).rows.map(({ callerE164 }) => callerE164).toSorted();
}

test('[S2.28] what was removed by hand is found by who did it, also once that is no user any more', async () => {
  const numbers = [await misses(), await misses(), await misses()];
  const [olgas = '', oskars = '', waiting = ''] = numbers;
  await hides(olgas, world.olga.id);
  await hides(oskars, world.oskar.id);
  expect(await listed(world.olga.id)).toEqual([olgas]);
  expect(await listed('former')).toEqual([]);
  expect((await peopleWhoRemoved()).map(({ id }) => id)).toEqual(expect.arrayContaining([world.olga.id, world.oskar.id]));

  await db.user.delete({ where: { id: world.oskar.id } });
  expect(await listed('former')).toEqual([oskars]);
  expect(await listed(world.olga.id)).toEqual([olgas]);
  expect(await listed('hand')).toEqual([olgas, oskars].toSorted());
  expect(await listed('list')).toEqual([waiting]);
  expect(await listed('automaton')).toEqual([]);
});
