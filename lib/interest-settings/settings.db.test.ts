import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { createInterest } from '../../prisma/factories/interests.ts';
import { createUser } from '../../prisma/factories/people.ts';
import { db } from '../db/client.ts';
import { readBoard } from '../interests/board-queries.ts';
import { listStages } from '../interests/stage-queries.ts';
import { STANDARD_STAGES } from '../interests/types.ts';
import { MAX_SERVICE_TYPES, MAX_STAGES } from './limits.ts';
import { readStageSettings, readTypeSettings } from './queries.ts';
import { storeNewStage, storeStageArchived, storeStageName, storeStageOrder } from './stage-store.ts';
import { storeNewType, storeTypeArchived, storeTypeName, storeTypeOrder } from './type-store.ts';

const AT = new Date('2026-11-28T10:00:00Z');
let ada: { id: string };
const actor = () => ({ userId: ada.id, at: AT });

beforeEach(async () => {
  await db.interest.deleteMany();
  await db.interestStage.deleteMany({ where: { standard: null } });
  await db.$executeRaw`
    update "InterestStage" set name = '', "archivedAt" = null, position = array_position(${[...STANDARD_STAGES]}::text[], standard::text)`;
  await db.serviceType.deleteMany();
  ada = await createUser(db, { role: 'admin' });
});

const idOf = async (standard: 'new' | 'in_work' | 'won' | 'lost') =>
  (await db.interestStage.findUniqueOrThrow({ where: { standard } })).id;
const shownStages = async () => (await listStages()).map(({ name, standard }) => name || standard);
const changes = async () => {
  const where = { userId: ada.id, action: 'interest-settings.changed' };
  const entries = await db.auditEntry.findMany({ where, orderBy: { id: 'asc' }, select: { details: true } });
  return entries.map(({ details }) => details);
};

async function add(name: string): Promise<string> {
  const id = randomUUID();
  expect(await storeNewStage({ id, name }, actor())).toBe('stored');
  return id;
}

async function addType(name: string): Promise<string> {
  const id = randomUUID();
  expect(await storeNewType({ id, name }, actor())).toBe('stored');
  return id;
}

describe('[S3.17] stages', () => {
  test('are added as active ones, before what is closed, once', async () => {
    const id = await add('Offer');
    expect(await storeNewStage({ id, name: 'Offer' }, actor())).toBe('stored');
    expect(await shownStages()).toEqual(['new', 'in_work', 'Offer', 'won', 'lost']);
    expect(await changes()).toEqual([{ change: 'added', name: 'Offer' }]);
  });

  test('have each a name of their own, in whatever letters', async () => {
    await add('Offer');
    expect(await storeNewStage({ id: randomUUID(), name: 'OFFER' }, actor())).toBe('nameTaken');
    expect(await storeStageName({ id: await idOf('new'), from: '', name: 'offer' }, actor())).toBe('nameTaken');
  });

  test('are renamed, the standard ones too, which without a name go by their own again', async () => {
    const id = await idOf('new');
    expect(await storeStageName({ id, from: '', name: 'Fresh' }, actor())).toBe('stored');
    expect(await shownStages()).toEqual(['Fresh', 'in_work', 'won', 'lost']);
    expect(await storeStageName({ id, from: '', name: 'Fresher' }, actor())).toBe('changedMeanwhile');
    expect(await storeStageName({ id, from: 'Fresh', name: '' }, actor())).toBe('stored');

    const own = await add('Offer');
    expect(await storeStageName({ id: own, from: 'Offer', name: '' }, actor())).toBe('nameMissing');
    expect(await storeStageName({ id: randomUUID(), from: '', name: 'x' }, actor())).toBe('notFound');
  });

  test('are put in order, the active ones among themselves', async () => {
    const [offer, fresh, work] = [await add('Offer'), await idOf('new'), await idOf('in_work')];
    expect(await storeStageOrder({ ids: [offer, work, fresh] }, actor())).toBe('stored');
    expect(await shownStages()).toEqual(['Offer', 'in_work', 'new', 'won', 'lost']);
    for (const ids of [
      [offer, work],
      [offer, work, work],
      [offer, work, fresh, await idOf('won')],
    ])
      expect(await storeStageOrder({ ids }, actor())).toBe('changedMeanwhile');
  });

  test('that are put away keep their interests, shown under their name, and come back where they were', async () => {
    const id = await add('Offer');
    await createInterest(db, { stageId: id });
    expect(await storeStageArchived({ id, isArchived: true }, actor())).toBe('stored');
    expect(await shownStages()).toEqual(['new', 'in_work', 'won', 'lost']);

    const board = await readBoard({}, { userId: ada.id, country: 'PL' }, AT);
    const column = board.find(({ stage }) => stage.id === id);
    expect(column).toMatchObject({ isArchived: true, count: 1, stage: { name: 'Offer' } });
    expect((await readStageSettings()).archived).toMatchObject([{ id, uses: 1 }]);

    expect(await storeStageArchived({ id, isArchived: false }, actor())).toBe('stored');
    expect(await shownStages()).toEqual(['new', 'in_work', 'Offer', 'won', 'lost']);
    expect((await changes()).slice(1)).toEqual([
      { change: 'archived', name: 'Offer' },
      { change: 'restored', name: 'Offer' },
    ]);
  });

  test('[R9] the last two active ones put away by two admins at once: one stays', async () => {
    const ids = [await idOf('new'), await idOf('in_work')];
    const outcomes = await Promise.all(ids.map((id) => storeStageArchived({ id, isArchived: true }, actor())));
    expect(outcomes.sort()).toEqual(['lastOfKind', 'stored']);
    expect((await shownStages()).length).toBe(3);
    expect(await storeStageArchived({ id: await idOf('won'), isArchived: true }, actor())).toBe('lastOfKind');
    expect(await storeStageArchived({ id: await idOf('lost'), isArchived: true }, actor())).toBe('lastOfKind');
  });

  test(`are ${MAX_STAGES} at most`, async () => {
    for (let each = 4; each < MAX_STAGES; each += 1) await add(`Stage ${each}`);
    expect(await storeNewStage({ id: randomUUID(), name: 'One more' }, actor())).toBe('tooMany');
  });
});

describe('[S3.9] service types', () => {
  const shown = async () => (await readTypeSettings()).shown.map(({ name }) => name);

  test('are added, renamed, put in order and put away', async () => {
    const [catering, lunches] = [await addType('Catering'), await addType('Lunches')];
    expect(await storeNewType({ id: randomUUID(), name: 'catering' }, actor())).toBe('nameTaken');
    expect(await storeTypeName({ id: lunches, from: 'Lunches', name: 'Office lunches' }, actor())).toBe('stored');
    expect(await storeTypeName({ id: lunches, from: 'Lunches', name: 'Dinners' }, actor())).toBe('changedMeanwhile');
    expect(await storeTypeOrder({ ids: [lunches, catering] }, actor())).toBe('stored');
    expect(await storeTypeOrder({ ids: [lunches] }, actor())).toBe('changedMeanwhile');
    expect(await shown()).toEqual(['Office lunches', 'Catering']);

    expect(await storeTypeArchived({ id: lunches, isArchived: true }, actor())).toBe('stored');
    await addType('Office lunches');
    expect(await storeTypeArchived({ id: lunches, isArchived: false }, actor())).toBe('nameTaken');
    expect(await shown()).toEqual(['Catering', 'Office lunches']);
  });

  test('that are put away stay those of their interests', async () => {
    const id = await addType('Catering');
    await createInterest(db, { serviceTypeId: id });
    await storeTypeArchived({ id, isArchived: true }, actor());
    expect((await readTypeSettings()).archived).toMatchObject([{ id, name: 'Catering', uses: 1 }]);
    expect(await db.interest.count({ where: { serviceTypeId: id } })).toBe(1);
  });

  test(`are ${MAX_SERVICE_TYPES} at most`, async () => {
    const rows = Array.from({ length: MAX_SERVICE_TYPES }, (_, position) => ({ name: `Type ${position}`, position }));
    await db.serviceType.createMany({ data: rows });
    expect(await storeNewType({ id: randomUUID(), name: 'One more' }, actor())).toBe('tooMany');
  });
});
