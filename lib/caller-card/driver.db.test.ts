import { beforeAll, describe, expect, test } from 'vitest';
import { createCustomer, createDriver } from '../../prisma/factories/customers.ts';
import { createDelivery } from '../../prisma/factories/deliveries.ts';
import { uniqueNumber } from '../../prisma/factories/numbers.ts';
import { createOrganisation } from '../../prisma/factories/people.ts';
import { db, pool } from '../db/client.ts';
import { findCallerCard } from './queries.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const NO_CONNECTION = '00000001-0000-4000-8000-000000000000';

const cardOf = (e164: string) =>
  findCallerCard(pool(), { connectionId: NO_CONNECTION, party: { kind: 'number', e164, display: e164 }, viewerIds: [] });

beforeAll(() => createOrganisation(db));

describe('[S0.20] a driver who rings', () => {
  test('has what is open of today, and of the days before, earliest first, each with its customer', async () => {
    const number = uniqueNumber();
    const driver = await createDriver(db, { name: 'Marek', numbers: [number] });
    const bring = (wantedAt: Date | null, status: 'ready' | 'delivered' | 'cancelled' = 'ready') =>
      createDelivery(db, { driverId: driver.id, status, wantedAt, customerName: 'Ewa', phoneE164: '+48600100103' });

    const now = Date.now();
    const soon = await bring(new Date(now - MINUTE_MS));
    const timeless = await bring(null);
    const left = await bring(new Date(now - DAY_MS));
    await bring(new Date(now + 2 * DAY_MS));
    await bring(new Date(now - MINUTE_MS), 'delivered');
    await bring(new Date(now - MINUTE_MS), 'cancelled');
    await createDelivery(db, { wantedAt: new Date(now - MINUTE_MS) });

    const card = await cardOf(number);
    expect(card.driver).toMatchObject({ id: driver.id, name: 'Marek' });
    expect(card.driver?.deliveries.map((each) => each.id)).toEqual([left.id, soon.id, timeless.id]);
    expect(card.driver?.deliveries[0]).toMatchObject({
      customerName: 'Ewa',
      phoneE164: '+48600100103',
      status: 'ready',
      wantedAt: new Date(now - DAY_MS).toISOString(),
    });
  });

  test('late in the evening has what is wanted after midnight too', async () => {
    await db.organisation.updateMany({ data: { timeZone: zoneWhereItIsLate() } });
    const number = uniqueNumber();
    const driver = await createDriver(db, { numbers: [number] });
    const bringIn = (hours: number) =>
      createDelivery(db, { driverId: driver.id, status: 'on_the_way', wantedAt: new Date(Date.now() + hours * HOUR_MS) });
    const afterMidnight = await bringIn(2);
    await bringIn(5);

    expect((await cardOf(number)).driver?.deliveries.map((each) => each.id)).toEqual([afterMidnight.id]);
  });

  test('of two with one number is the one on shift', async () => {
    const number = uniqueNumber();
    await createDriver(db, { name: 'Adam', isOnShift: false, numbers: [number] });
    const { id } = await createDriver(db, { name: 'Zenon', numbers: [number] });

    expect((await cardOf(number)).driver?.id).toBe(id);
  });

  test('is a driver also where a customer has the number', async () => {
    const number = uniqueNumber();
    await createCustomer(db, { numbers: [number] });
    const { id } = await createDriver(db, { numbers: [number] });

    expect(await cardOf(number)).toMatchObject({ driver: { id }, customerCount: 1 });
  });

  test('is none any more once archived', async () => {
    const number = uniqueNumber();
    await createDriver(db, { numbers: [number], archivedAt: new Date() });

    expect((await cardOf(number)).driver).toBeNull();
  });
});

/** A zone, whole hours from Greenwich, whose clock is past 22:00 now. The sign in its name is the other way round. */
function zoneWhereItIsLate(): string {
  const east = 22 - new Date().getUTCHours();
  if (east > 14) return `Etc/GMT+${24 - east}`;
  return east > 0 ? `Etc/GMT-${east}` : `Etc/GMT+${-east}`;
}
