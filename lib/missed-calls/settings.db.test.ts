import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { createCall } from '../../prisma/factories/calls.ts';
import { createCustomer } from '../../prisma/factories/customers.ts';
import { uniqueNumber } from '../../prisma/factories/numbers.ts';
import { createLine } from '../../prisma/factories/pbx.ts';
import { buildCallEvents, createPbxWorld, parsed } from '../../prisma/factories/pbx-world.ts';
import { createUser } from '../../prisma/factories/people.ts';
import { db } from '../db/client.ts';
import { recordEvents } from '../intake/record-event.ts';
import { overhear } from '../realtime/overheard.ts';
import { ChangeMissedCallSettings } from './settings-schema.ts';
import { readSettingsWithLines, storeMissedCallSettings } from './settings-store.ts';

// A Saturday, at ten in Warsaw.
const SATURDAY_TEN = Date.UTC(2026, 0, 31, 9);
const HOUR_MS = 3_600_000;

let world: Awaited<ReturnType<typeof createPbxWorld>>;
let caller: string;

beforeEach(async () => {
  world = await createPbxWorld();
  caller = uniqueNumber();
  await db.organisation.upsert({
    where: { id: 1 },
    create: { id: 1, name: 'Tests', timeZone: 'Europe/Warsaw', currency: 'PLN' },
    update: { timeZone: 'Europe/Warsaw' },
  });
});

async function set(change: Partial<ChangeMissedCallSettings>) {
  const { lines, ...stored } = await readSettingsWithLines();
  const silentLineIds = lines.filter((line) => !line.feedsMissedCalls).map((line) => line.id);
  return storeMissedCallSettings(ChangeMissedCallSettings.parse({ ...stored, silentLineIds, ...change }), world.olga.id);
}
async function misses(hours = 0, line = world.line.e164) {
  const { offered, end } = buildCallEvents(caller, line, randomUUID(), SATURDAY_TEN + hours * HOUR_MS);
  await recordEvents(world.source, randomUUID(), parsed(offered, end(20)));
}
const row = () => db.missedCall.findFirst({ where: { callerE164: caller }, orderBy: { lastMissedAt: 'desc' } });

describe('the settings of missed calls', () => {
  test('[S2.23] are those that were stored; of two admins who save at once the second is told', async () => {
    const { version } = await readSettingsWithLines();
    const outcomes = await Promise.all([set({ version, retentionDays: 3 }), set({ version, retentionDays: 5 })]);
    expect(outcomes.toSorted()).toEqual(['changed', 'conflict']);
    expect((await readSettingsWithLines()).version).toBe(version + 1);
    expect(await db.auditEntry.count({ where: { action: 'call-settings.changed', userId: world.olga.id } })).toBe(1);
  });

  test('[S2.23] misses on a line that does not feed the list never stand on it', async () => {
    const silent = await createLine(db, { connectionId: world.source.id });
    await set({ silentLineIds: [silent.id] });
    await misses(0, silent.e164);
    expect(await row()).toBeNull();
    await misses();
    expect(await row()).toMatchObject({ misses: 1 });
  });

  test('[S2.23] [S2.23a] a miss outside the working hours, by the organisation’s clock, is marked', async () => {
    await set({ workingHours: { sat: [{ from: '09:00', to: '11:00' }] } });
    await misses(0);
    expect(await row()).toMatchObject({ isOutsideHours: false });
    await misses(2);
    expect(await row()).toMatchObject({ misses: 2, isOutsideHours: true });
  });

  test('[S2.23] told at once is everybody, or whom it is assigned to', async () => {
    await createCall(db, {
      connectionId: world.source.id,
      ...{ fromE164: caller, operatorId: world.oskar.id, direction: 'inbound' },
      ...{ startedAt: new Date(SATURDAY_TEN - HOUR_MS), answeredAt: new Date(SATURDAY_TEN - HOUR_MS) },
    });
    const heard = overhear();
    await misses();
    await set({ notifies: 'assignee' });
    await misses(1);
    const told = heard.filter((each) => each.name === 'missed-call:changed').map((each) => each.facts[0]);
    expect(told).toMatchObject([{ miss: { forId: null } }, { miss: { forId: world.oskar.id } }]);
    await set({ notifies: 'line' });
  });
});

describe('a new missed call is assigned', () => {
  const spoke = (operatorId: string, hoursAgo: number, outbound = false) =>
    createCall(db, {
      connectionId: world.source.id,
      ...(outbound ? { toE164: caller, direction: 'outbound' } : { fromE164: caller, direction: 'inbound' }),
      ...{
        operatorId,
        startedAt: new Date(SATURDAY_TEN - hoursAgo * HOUR_MS),
        answeredAt: new Date(SATURDAY_TEN - hoursAgo * HOUR_MS),
      },
    });

  test('to who spoke with the caller last, whoever dialled', async () => {
    await spoke(world.olga.id, 5);
    await spoke(world.oskar.id, 3, true);
    await misses();
    expect(await row()).toMatchObject({ assigneeId: world.oskar.id });
  });

  test('to the manager responsible for them, where who spoke cannot see the line or has left', async () => {
    const manager = await createUser(db, { name: 'Marta Manager', role: 'supervisor' });
    await createCustomer(db, { numbers: [caller], managerId: manager.id });
    const outsider = await createUser(db, { name: 'Olek Outsider' });
    await spoke(outsider.id, 2);
    await misses();
    expect(await row()).toMatchObject({ assigneeId: manager.id });
  });

  test('to nobody in particular, where there is neither: whoever is on the line', async () => {
    await misses();
    expect(await row()).toMatchObject({ assigneeId: null });
    expect(await db.ledgerEvent.count({ where: { missedCallId: (await row())?.id ?? '', type: 'assigned' } })).toBe(0);
  });
});
