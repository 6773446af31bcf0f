import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createCustomer, createDriver } from '../../prisma/factories/customers.ts';
import { uniqueNumber, writtenNumber } from '../../prisma/factories/numbers.ts';
import { createUser } from '../../prisma/factories/people.ts';
import { db } from '../db/client.ts';
import { findDriver, findSharers, listDrivers } from './queries.ts';
import { storeArchived, storeDriverChange, storeNewDriver, storeShift } from './store.ts';

const actor = async () => ({ userId: (await createUser(db)).id, at: new Date('2026-11-22T12:00:00Z') });

function audited(subjectId: string) {
  return db.auditEntry.findMany({
    where: { action: 'driver.changed', subjectId },
    select: { details: true },
    orderBy: { id: 'asc' },
  });
}

const aNumber = () => writtenNumber(uniqueNumber());

describe('a new driver', () => {
  test('is added once, however often the save is repeated, with what was typed since', async () => {
    const [by, driverId, number] = [await actor(), randomUUID(), aNumber()];
    for (const name of ['Nowi', 'Nowi', 'Nowy']) await storeNewDriver(driverId, { name, numbers: [number] }, by);

    expect(await findDriver(driverId)).toMatchObject({ name: 'Nowy', numbers: [{ e164: number.e164 }] });
    expect(await audited(driverId)).toMatchObject([
      { details: { change: 'added' } },
      { details: { change: 'edited', name: 'Nowy' } },
    ]);
  });

  test('may have a number of a customer and another driver, and both are named', async () => {
    const [driverId, number] = [randomUUID(), uniqueNumber()];
    await createCustomer(db, { name: 'Ewa', numbers: [number] });
    await createDriver(db, { name: 'Jan', numbers: [number] });
    await storeNewDriver(driverId, { name: 'Trzeci', numbers: [writtenNumber(number)] }, await actor());

    expect((await findSharers([number], driverId)).sort()).toEqual(['Ewa', 'Jan']);
  });
});

describe('a change of a driver', () => {
  async function existing() {
    const [by, driverId, number] = [await actor(), randomUUID(), aNumber()];
    await storeNewDriver(driverId, { name: 'Jan', numbers: [number] }, by);
    return { by, driverId, number, from: { name: 'Jan', numbers: [number.e164] } };
  }

  test('stores another name and other numbers, the first one to call', async () => {
    const { by, driverId, number, from } = await existing();
    const second = aNumber();
    expect(await storeDriverChange({ driverId, from, to: { name: 'Janek', numbers: [second, number] } }, by)).toBe('changed');

    expect(await findDriver(driverId)).toMatchObject({ name: 'Janek', numbers: [{ e164: second.e164 }, { e164: number.e164 }] });
    expect((await audited(driverId)).at(-1)).toMatchObject({ details: { change: 'edited', name: 'Janek' } });
  });

  test("leaves a colleague's change of another field as it is", async () => {
    const { by, driverId, from } = await existing();
    const theirs = aNumber();
    await storeDriverChange({ driverId, from, to: { numbers: [theirs] } }, by);

    expect(await storeDriverChange({ driverId, from, to: { name: 'Janek' } }, by)).toBe('changed');
    expect(await findDriver(driverId)).toMatchObject({ name: 'Janek', numbers: [{ e164: theirs.e164 }] });
  });

  test('is refused where a colleague changed the same first, and their word stands', async () => {
    const { by, driverId, number, from } = await existing();
    const theirs = aNumber();
    await storeDriverChange({ driverId, from, to: { name: 'Janusz', numbers: [number, theirs] } }, by);

    expect(await storeDriverChange({ driverId, from, to: { name: 'Janek' } }, by)).toBe('conflict');
    expect(await storeDriverChange({ driverId, from, to: { numbers: [aNumber()] } }, by)).toBe('conflict');
    expect(await findDriver(driverId)).toMatchObject({ name: 'Janusz', numbers: [{ e164: number.e164 }, { e164: theirs.e164 }] });
  });

  test('that is repeated finds what it wanted, and is recorded once', async () => {
    const { by, driverId, from } = await existing();
    const change = { driverId, from, to: { name: 'Janek', numbers: [aNumber(), aNumber(), aNumber()] } };
    expect(await storeDriverChange(change, by)).toBe('changed');
    expect(await storeDriverChange(change, by)).toBe('already');
    expect(await audited(driverId)).toHaveLength(2);
  });

  test('changes nobody where there is nobody', async () => {
    const nobody = { driverId: randomUUID(), from: { name: 'Jan', numbers: [] }, to: { name: 'Nikt' } };
    expect(await storeDriverChange(nobody, await actor())).toBe('notFound');
  });
});

describe('a shift', () => {
  test('begins once, however often it is pressed', async () => {
    const by = await actor();
    const { id } = await createDriver(db, { isOnShift: false });

    expect(await storeShift({ driverId: id, isOnShift: true }, by)).toBe('changed');
    expect(await storeShift({ driverId: id, isOnShift: true }, by)).toBe('already');
    expect(await findDriver(id)).toMatchObject({ isOnShift: true });
    expect(await audited(id)).toMatchObject([{ details: { change: 'shiftBegan' } }]);
  });
});

describe('an archived driver', () => {
  test('is listed nowhere and has no shift, keeps their page, and comes back', async () => {
    const by = await actor();
    const { id } = await createDriver(db, { name: 'Odszedł Dawno' });
    await storeArchived({ driverId: id, isArchived: true }, by);

    expect(await listDrivers({ text: 'odszedł' })).toEqual([]);
    expect(await findDriver(id)).toMatchObject({ isOnShift: false, archivedAt: by.at });
    expect(await storeShift({ driverId: id, isOnShift: true }, by)).toBe('already');
    expect(await findDriver(id)).toMatchObject({ isOnShift: false });

    expect(await storeArchived({ driverId: id, isArchived: false }, by)).toBe('changed');
    expect(await listDrivers({ text: 'odszedł' })).toHaveLength(1);
  });
});
