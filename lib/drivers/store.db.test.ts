import { describe, expect, test } from 'vitest';
import { createCustomer, createDriver } from '../../prisma/factories/customers.ts';
import { uniqueNumber, writtenNumber } from '../../prisma/factories/numbers.ts';
import { createUser } from '../../prisma/factories/people.ts';
import { db } from '../db/client.ts';
import { findDriver, findSharers, listDrivers } from './queries.ts';
import { storeArchived, storeDriver, storeShift } from './store.ts';

const actor = async () => ({ userId: (await createUser(db)).id, at: new Date('2026-11-22T12:00:00Z') });

function audited(subjectId: string) {
  return db.auditEntry.findMany({
    where: { action: 'driver.changed', subjectId },
    select: { details: true },
    orderBy: { id: 'asc' },
  });
}

describe('storeDriver', () => {
  test('adds a driver, then gives them another name and other numbers, the first one to call', async () => {
    const by = await actor();
    const [first, second] = [writtenNumber(uniqueNumber()), writtenNumber(uniqueNumber())];
    const added = await storeDriver({ driverId: null, name: 'Nowy', numbers: [first] }, by);
    const driverId = added?.driverId ?? '';
    await storeDriver({ driverId, name: 'Starszy', numbers: [second, first] }, by);

    expect(await findDriver(driverId)).toMatchObject({ name: 'Starszy', numbers: [{ e164: second.e164 }, { e164: first.e164 }] });
    expect(await audited(driverId)).toMatchObject([{ details: { change: 'added' } }, { details: { change: 'edited' } }]);
  });

  test('changes nobody where there is nobody', async () => {
    const driverId = '00000001-0000-4000-8000-000000000000';
    expect(await storeDriver({ driverId, name: 'Nikt', numbers: [] }, await actor())).toBeNull();
  });

  test('a number may belong to a customer and another driver too, and both are named', async () => {
    const number = uniqueNumber();
    await createCustomer(db, { name: 'Ewa', numbers: [number] });
    await createDriver(db, { name: 'Jan', numbers: [number] });
    const added = await storeDriver({ driverId: null, name: 'Trzeci', numbers: [writtenNumber(number)] }, await actor());

    expect((await findSharers([number], added?.driverId ?? '')).sort()).toEqual(['Ewa', 'Jan']);
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
