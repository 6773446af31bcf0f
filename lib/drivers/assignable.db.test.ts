import { expect, test } from 'vitest';
import { createDelivery } from '../../prisma/factories/deliveries.ts';
import { db } from '../db/client.ts';
import { listAssignableDrivers } from './assignable.ts';

test('[S0.18] drivers on shift come first, with what they carry now, and none who left', async () => {
  const busy = await db.driver.create({ data: { name: 'Ż busy', isOnShift: true } });
  await db.driver.create({ data: { name: 'A at home' } });
  await db.driver.create({ data: { name: 'B gone', isOnShift: true, archivedAt: new Date() } });
  for (const status of ['ready', 'on_the_way', 'delivered', 'draft'] as const) {
    await createDelivery(db, { status, driverId: busy.id });
  }

  expect(await listAssignableDrivers()).toEqual([
    { id: busy.id, name: 'Ż busy', isOnShift: true, onBoard: 2 },
    expect.objectContaining({ name: 'A at home', isOnShift: false, onBoard: 0 }),
  ]);
});
