import { expect, test } from 'vitest';
import { createDriver } from '../../prisma/factories/customers.ts';
import { createDelivery } from '../../prisma/factories/deliveries.ts';
import { db } from '../db/client.ts';
import { findDriver, listDeliveriesOfDriver, listDrivers } from './queries.ts';

const at = (moment: string) => new Date(`2026-11-${moment}:00Z`);
const today = { from: at('21T23:00'), to: at('22T23:00') };

test('those on shift come first, each with the number to call and what is still open', async () => {
  const zenon = await createDriver(db, { name: 'Zenon', numbers: ['+48791000001', '+48791000002'] });
  const adam = await createDriver(db, { name: 'Adam', isOnShift: false });
  await createDelivery(db, { driverId: zenon.id, status: 'on_the_way' });
  await createDelivery(db, { driverId: zenon.id, status: 'delivered' });

  expect(await listDrivers()).toMatchObject([
    { id: zenon.id, numbers: [{ e164: '+48791000001' }], _count: { deliveries: 1 } },
    { id: adam.id, numbers: [], _count: { deliveries: 0 } },
  ]);
});

test("[S0.20] a driver's page holds today's deliveries in the order customers wait for them", async () => {
  const marek = await createDriver(db, { name: 'Marek', numbers: ['+48791000003'] });
  const other = await createDriver(db);
  const second = await createDelivery(db, { driverId: marek.id, wantedAt: at('22T22:59'), status: 'accepted' });
  const first = await createDelivery(db, { driverId: marek.id, wantedAt: today.from, status: 'delivered' });
  await createDelivery(db, { driverId: marek.id, wantedAt: today.to });
  await createDelivery(db, { driverId: marek.id, wantedAt: at('22T12:00'), status: 'cancelled' });
  await createDelivery(db, { driverId: other.id, wantedAt: at('22T12:00') });
  const left = await createDelivery(db, { driverId: marek.id, wantedAt: at('21T22:00'), status: 'on_the_way' });
  await createDelivery(db, { driverId: marek.id, wantedAt: at('21T22:00'), status: 'delivered' });

  const found = await listDeliveriesOfDriver(marek.id, today);
  expect(found.map((delivery) => delivery.id)).toEqual([left.id, first.id, second.id]);
  expect(await findDriver(marek.id)).toMatchObject({ name: 'Marek', numbers: [{ display: '+48 791 000 003' }] });
});

test('[S0.18] only a whole number can be called, of a driver and of whom they deliver to', async () => {
  const { id } = await createDriver(db, { name: 'Łukasz', numbers: ['+48791000004', '+4879100'] });
  await createDelivery(db, { driverId: id, phoneE164: '+4879100', wantedAt: at('22T12:00') });

  expect(await findDriver(id)).toMatchObject({ numbers: [{ isCallable: true }, { isCallable: false }] });
  expect(await listDeliveriesOfDriver(id, today)).toMatchObject([{ callE164: null }]);
});

test('drivers are found by a part of their name or number, however it is written', async () => {
  await createDriver(db, { name: 'Żaneta_Szybka', numbers: ['+48791555666'] });

  for (const text of ['żanet', '791 555', '0048 791-555-666', 'a_s']) {
    expect(await listDrivers({ text })).toMatchObject([{ name: 'Żaneta_Szybka' }]);
  }
  for (const text of ['7915556660', '%', 'a%s']) expect(await listDrivers({ text })).toEqual([]);
});
