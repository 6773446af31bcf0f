import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createDelivery, createPointOfSale } from '../../prisma/factories/deliveries.ts';
import { createUser } from '../../prisma/factories/people.ts';
import { db } from '../db/client.ts';
import { findBoard, listPointsOfSale } from './queries.ts';

describe('findBoard', () => {
  test('[R34] a venue finds its own board and nobody else’s', async () => {
    const [own, other] = [await createPointOfSale(db), await createPointOfSale(db)];
    const venue = await createUser(db, { role: 'venue', pointOfSaleId: own.id });

    expect(await findBoard(venue, own.id)).toEqual({ id: own.id, name: own.name });
    expect(await findBoard(venue, other.id)).toBeNull();
  });

  test('[R34] a venue without a point of sale finds none', async () => {
    const board = await createPointOfSale(db);
    const venue = await createUser(db, { role: 'venue', pointOfSaleId: null });

    expect(await findBoard(venue, board.id)).toBeNull();
  });

  test('an admin finds every board, and none that is not there', async () => {
    const board = await createPointOfSale(db);
    const admin = await createUser(db, { role: 'admin' });

    expect(await findBoard(admin, board.id)).toEqual({ id: board.id, name: board.name });
    expect(await findBoard(admin, randomUUID())).toBeNull();
  });
});

test('listPointsOfSale counts what each kitchen has in hand now, by name', async () => {
  const busy = await createPointOfSale(db, { name: 'Ą busy' });
  const idle = await createPointOfSale(db, { name: 'Ą idle' });
  for (const status of ['sent', 'cooking', 'ready', 'delivered', 'cancelled', 'draft'] as const) {
    await createDelivery(db, { status, pointOfSaleId: busy.id });
  }

  const points = await listPointsOfSale();
  expect(points.find((point) => point.id === busy.id)).toMatchObject({
    name: busy.name,
    capacity: busy.capacity,
    openCount: 2,
    isStopped: false,
  });
  expect(points.find((point) => point.id === idle.id)).toMatchObject({ openCount: 0 });
  expect(points.map((point) => point.name).indexOf(busy.name)).toBeLessThan(points.map((point) => point.name).indexOf(idle.name));
});
