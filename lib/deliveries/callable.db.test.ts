import { expect, test } from 'vitest';
import { createDriver } from '../../prisma/factories/customers.ts';
import { createDelivery } from '../../prisma/factories/deliveries.ts';
import { createUser } from '../../prisma/factories/people.ts';
import { callViewer } from '../calls/visible-calls.ts';
import { db } from '../db/client.ts';
import { findDelivery } from './delivery-queries.ts';
import { readDeliveryList } from './list.ts';

test.each([
  ['+48791000001', '+48791000001'],
  ['+4879100', null],
])('[S0.18] of a driver with %s one can call %s, in the list and on the card', async (kept, called) => {
  const driver = await createDriver(db, { numbers: [kept] });
  const at = new Date('2026-11-22T12:00:00Z');
  const { id } = await createDelivery(db, { driverId: driver.id, status: 'accepted', wantedAt: at });
  const viewer = callViewer({ ...(await createUser(db)), grants: [] });

  const { rows } = await readDeliveryList({}, at, 'Europe/Warsaw');
  expect(rows.find((row) => row.id === id)?.driver).toEqual({ name: driver.name, callE164: called });
  expect((await findDelivery(id, viewer))?.driver).toMatchObject({ e164: called });
});
