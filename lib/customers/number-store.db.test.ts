import { describe, expect, test } from 'vitest';
import { createContact } from '../../prisma/factories/customer-records.ts';
import { createCustomer } from '../../prisma/factories/customers.ts';
import { uniqueNumber } from '../../prisma/factories/numbers.ts';
import { createUser } from '../../prisma/factories/people.ts';
import { db } from '../db/client.ts';
import { MAX_NUMBERS } from './limits.ts';
import { listNumberOwners, OWNER_ROWS } from './number-owners.ts';
import { AddNumber } from './number-schema.ts';
import { makePrimary, removeNumber, storeNumber, storeNumberOfContact } from './number-store.ts';

const author = async () => ({ userId: (await createUser(db)).id, country: 'PL' });
const add = async (input: { customerId: string; phone: string; decision?: AddNumber['decision'] }) =>
  storeNumber(AddNumber.parse(input), await author());
const numbersOf = (customerId: string) =>
  db.phoneNumber.findMany({ where: { customerId }, select: { e164: true, isPrimary: true }, orderBy: { id: 'asc' } });

describe('numbers of a customer', () => {
  test('the first is the main one; another can become it, and one that goes leaves one', async () => {
    const by = await author();
    const { id: customerId } = await createCustomer(db);
    const [one, two] = [uniqueNumber(), uniqueNumber()];
    await add({ customerId, phone: one });
    await add({ customerId, phone: two });
    expect(await numbersOf(customerId)).toMatchObject([{ isPrimary: true }, { isPrimary: false }]);

    expect(await makePrimary({ customerId, e164: two }, by)).toBe(true);
    expect(await numbersOf(customerId)).toMatchObject([{ isPrimary: false }, { isPrimary: true }]);

    await removeNumber({ customerId, e164: two }, by);
    expect(await numbersOf(customerId)).toEqual([{ e164: one, isPrimary: true }]);
    expect(await makePrimary({ customerId, e164: two }, by)).toBe(false);
  });

  test('[R28] the same number twice is one, however it is written; an extension is nobody’s', async () => {
    const { id: customerId } = await createCustomer(db, { numbers: ['+48791000070'] });
    expect(await add({ customerId, phone: '791 000 070' })).toMatchObject({ kind: 'added', isNew: false });
    expect(await add({ customerId, phone: '101' })).toEqual({ kind: 'numberUnreadable' });
    expect(await numbersOf(customerId)).toHaveLength(1);
  });

  test('one more than a card can show is refused, also when it would be moved here', async () => {
    const numbers = Array.from({ length: MAX_NUMBERS }, () => uniqueNumber());
    const { id: customerId } = await createCustomer(db, { numbers });
    const theirs = uniqueNumber();
    const { id: ownerId } = await createCustomer(db, { numbers: [theirs] });

    expect(await add({ customerId, phone: uniqueNumber() })).toEqual({ kind: 'tooManyNumbers' });
    const decision: AddNumber['decision'] = { kind: 'move', ownerId, ownerIds: [ownerId], ownerCount: 1 };
    expect(await add({ customerId, phone: theirs, decision })).toEqual({ kind: 'tooManyNumbers' });
    expect(await numbersOf(ownerId)).toHaveLength(1);
  });

  test('a number can be said to be a contact person’s, of this customer only', async () => {
    const by = await author();
    const e164 = uniqueNumber();
    const { id: customerId } = await createCustomer(db, { numbers: [e164] });
    const teresa = await createContact(db, { customerId });
    const stranger = await createContact(db, { customerId: (await createCustomer(db)).id });

    expect(await storeNumberOfContact({ customerId, e164, contactId: teresa.id }, by)).toBe(true);
    expect(await storeNumberOfContact({ customerId, e164, contactId: stranger.id }, by)).toBe(false);
    expect(await db.phoneNumber.findFirst({ where: { customerId } })).toMatchObject({ contactId: teresa.id });

    await removeNumber({ customerId, e164 }, by);
    await add({ customerId, phone: e164, decision: { kind: 'putBack', contactId: teresa.id } });
    expect(await db.phoneNumber.findFirst({ where: { customerId } })).toMatchObject({ contactId: teresa.id });
  });
});

describe('a number that is somebody else’s', () => {
  async function family(size = 1) {
    const e164 = uniqueNumber();
    const owners = [];
    for (let index = 0; index < size; index += 1) owners.push(await createCustomer(db, { numbers: [e164, uniqueNumber()] }));
    const { id: customerId } = await createCustomer(db);
    return { e164, owners: owners.map(({ id }) => id), customerId };
  }

  test('[S1.15a] is never taken silently: it is said whose it is', async () => {
    const { e164, owners, customerId } = await family();
    expect(await add({ customerId, phone: e164 })).toEqual({ kind: 'numberTaken', e164 });
    expect(await numbersOf(customerId)).toEqual([]);
    expect(await listNumberOwners(e164, customerId)).toMatchObject({
      owners: [{ id: owners[0], numberCount: 2, contactName: null }],
      ownerCount: 1,
    });
  });

  test('[S1.15a] shared, both have it', async () => {
    const { e164, owners, customerId } = await family();
    expect(await add({ customerId, phone: e164, decision: { kind: 'share', ownerIds: owners, ownerCount: 1 } })).toMatchObject({
      kind: 'added',
      takenFrom: null,
    });
    expect(await db.phoneNumber.count({ where: { e164 } })).toBe(2);
  });

  test('[S1.15a] moved, the other keeps the rest, and one of them as the main one', async () => {
    const { e164, owners, customerId } = await family(2);
    const [from, third] = owners as [string, string];

    const decision = { kind: 'move', ownerId: from, ownerIds: owners, ownerCount: 2 } as const;
    expect(await add({ customerId, phone: e164, decision })).toMatchObject({ kind: 'added', takenFrom: from });

    expect(await numbersOf(customerId)).toEqual([{ e164, isPrimary: true }]);
    expect(await numbersOf(from)).toMatchObject([{ isPrimary: true }]);
    expect(await db.phoneNumber.count({ where: { customerId: third, e164 } })).toBe(1);
    const audited = await db.auditEntry.findMany({ where: { subjectId: { in: [from, customerId] } }, orderBy: { id: 'asc' } });
    expect(audited.map(({ details }) => details)).toEqual([{ numberTaken: e164 }, { numberAdded: e164 }]);
  });

  test('[S1.15a] decided of others than have it by now, nothing is done', async () => {
    const { e164, owners, customerId } = await family(2);
    const [from] = owners as [string];
    const decisions: AddNumber['decision'][] = [
      { kind: 'share', ownerIds: owners.slice(1), ownerCount: 1 },
      { kind: 'move', ownerId: from, ownerIds: [from, customerId], ownerCount: 2 },
    ];
    for (const decision of decisions) {
      expect(await add({ customerId, phone: e164, decision })).toEqual({ kind: 'ownersChanged', e164 });
    }
    expect(await db.phoneNumber.count({ where: { e164 } })).toBe(2);
  });

  test('[R9] two who move it to different people in one instant: one does, the other is told', async () => {
    const { e164, owners, customerId } = await family();
    const [from] = owners as [string];
    const { id: otherId } = await createCustomer(db);
    const decision = { kind: 'move', ownerId: from, ownerIds: owners, ownerCount: 1 } as const;

    const outcomes = await Promise.all([customerId, otherId].map((id) => add({ customerId: id, phone: e164, decision })));

    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['added', 'ownersChanged']);
    expect(await db.phoneNumber.count({ where: { e164 } })).toBe(1);
  });

  test('[R30] of many owners some are named and all counted', async () => {
    const { e164, customerId } = await family(OWNER_ROWS + 3);
    const { owners, ownerCount } = await listNumberOwners(e164, customerId);
    expect([owners.length, ownerCount]).toEqual([OWNER_ROWS, OWNER_ROWS + 3]);
    const ownerIds = owners.map(({ id }) => id);
    expect(await add({ customerId, phone: e164, decision: { kind: 'share', ownerIds, ownerCount } })).toMatchObject({
      kind: 'added',
    });
  });
});
