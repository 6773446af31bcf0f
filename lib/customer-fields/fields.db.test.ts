import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { createCustomerField } from '../../prisma/factories/customer-records.ts';
import { createCustomer } from '../../prisma/factories/customers.ts';
import { createUser } from '../../prisma/factories/people.ts';
import { db } from '../db/client.ts';
import { listArchivedFields, listFields } from './queries.ts';
import { AddField, ChangeField } from './schema.ts';
import { storeArchived, storeFieldChange, storeNewField, storeOrder } from './store.ts';
import { MAX_FIELDS } from './types.ts';

const now = new Date('2026-11-28T10:00:00Z');
const author = async () => ({ userId: (await createUser(db)).id });
const labels = async () => (await listFields()).map(({ label }) => label);

beforeEach(async () => {
  await db.customerField.deleteMany();
});

test('a new field comes last, once, and no two are called alike', async () => {
  const by = await author();
  const field = (label: string, fieldId = randomUUID()) => AddField.parse({ fieldId, label, kind: 'text', choices: [] });
  const first = field('Likes jazz');
  for (let times = 0; times < 2; times += 1) expect(await storeNewField(first, by)).toEqual({ kind: 'stored' });
  expect(await storeNewField(field('Tables'), by)).toEqual({ kind: 'stored' });
  expect(await storeNewField(field('LIKES JAZZ'), by)).toEqual({ kind: 'labelTaken' });
  expect(await labels()).toEqual(['Likes jazz', 'Tables']);
});

test('there is a limit to how many there are', async () => {
  for (let position = 0; position < MAX_FIELDS; position += 1) await createCustomerField(db, { position });
  const field = AddField.parse({ fieldId: randomUUID(), label: 'One more', kind: 'text', choices: [] });
  expect(await storeNewField(field, await author())).toEqual({ kind: 'tooMany' });
});

describe('the choices of a field', () => {
  async function tiers() {
    const field = await createCustomerField(db, { label: 'Tier', kind: 'choice', choices: ['Gold', 'Silver'] });
    const holders: { id: string }[] = [];
    for (const tier of ['Gold', 'Gold', 'Silver']) holders.push(await createCustomer(db, { extra: { [field.id]: tier } }));
    const change = async (choices: { was: string | null; now: string }[], inUse = 0, from = ['Gold', 'Silver']) => {
      const input = { fieldId: field.id, from: { label: 'Tier', choices: from }, label: 'Tier', choices, inUse };
      return storeFieldChange(ChangeField.parse(input), await author());
    };
    const values = async () => {
      const rows = await db.customer.findMany({ where: { id: { in: holders.map(({ id }) => id) } } });
      return rows.flatMap(({ extra }) => Object.values(Object(extra))).toSorted();
    };
    return { field, change, values };
  }
  const silver = { was: 'Silver', now: 'Silver' };

  test('one that customers have does not vanish silently: it is said how many they are, and they keep it', async () => {
    const { field, change, values } = await tiers();
    expect(await change([silver])).toEqual({ kind: 'inUse', count: 2 });
    expect(await change([silver], 1)).toEqual({ kind: 'inUse', count: 2 });
    expect(await change([silver], 2)).toEqual({ kind: 'stored' });
    expect(await listFields()).toMatchObject([{ id: field.id, choices: ['Silver'] }]);
    expect(await values()).toEqual(['Gold', 'Gold', 'Silver']);
  });

  test('one that is called something else is so for all who have it, also where two change places', async () => {
    const { change, values } = await tiers();
    expect(
      await change([
        { was: 'Gold', now: 'Silver' },
        { was: 'Silver', now: 'Gold' },
      ]),
    ).toEqual({ kind: 'stored' });
    expect(await values()).toEqual(['Gold', 'Silver', 'Silver']);
  });

  test('what a colleague changed meanwhile is not overwritten', async () => {
    const { change } = await tiers();
    expect(await change([silver], 0, ['Gold'])).toEqual({ kind: 'changedMeanwhile' });
    expect(await change([])).toEqual({ kind: 'choicesMissing' });
  });
});

test('one that is put away shows nowhere, and comes back where it was with what it says', async () => {
  const by = await author();
  const [one, two] = [await createCustomerField(db, { position: 0 }), await createCustomerField(db, { position: 1 })];
  await storeArchived({ fieldId: one.id, isArchived: true }, by, now);
  expect((await listFields()).map(({ id }) => id)).toEqual([two.id]);
  expect((await listArchivedFields()).map(({ id }) => id)).toEqual([one.id]);
  await storeArchived({ fieldId: one.id, isArchived: false }, by, now);
  expect((await listFields()).map(({ id }) => id)).toEqual([one.id, two.id]);
});

test('the order is refused where a field came or went meanwhile', async () => {
  const by = await author();
  const [one, two] = [await createCustomerField(db, { position: 0 }), await createCustomerField(db, { position: 1 })];
  expect(await storeOrder({ fieldIds: [two.id, one.id] }, by)).toEqual({ kind: 'stored' });
  expect((await listFields()).map(({ id }) => id)).toEqual([two.id, one.id]);
  expect(await storeOrder({ fieldIds: [two.id] }, by)).toEqual({ kind: 'changedMeanwhile' });
});
