import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { createDelivery, createPointOfSale } from '../../prisma/factories/deliveries.ts';
import { createUser } from '../../prisma/factories/people.ts';
import { db } from '../db/client.ts';
import { findForAdmin, listForAdmin } from './admin-queries.ts';
import { storeAdding, storeArchiving, storeChanging } from './store.ts';

const at = new Date('2026-11-22T15:00:00Z');
let admin: { userId: string; at: Date };

beforeEach(async () => {
  admin = { userId: (await createUser(db, { role: 'admin' })).id, at };
});

const settings = (name: string) => ({
  name,
  address: 'Prosta 1',
  phone: '',
  capacity: 12,
  pickUpMinutes: 15,
  allowsAnonymousPickUp: true,
  showsLoad: true,
  openingHours: {},
});

const auditOf = (subjectId: string) =>
  db.auditEntry.findMany({ where: { subjectId }, orderBy: { id: 'asc' }, select: { action: true, userId: true, details: true } });

describe('setting up a point of sale', () => {
  test('two admins at different fields do not undo each other, and both are in the audit', async () => {
    const { id } = await createPointOfSale(db, { capacity: 12, address: 'Old' });
    await Promise.all([storeChanging(id, { capacity: 20 }, admin), storeChanging(id, { address: 'New' }, admin)]);

    expect(await findForAdmin(id)).toMatchObject({ capacity: 20, address: 'New' });
    expect((await auditOf(id)).map(({ details }) => details)).toEqual(
      expect.arrayContaining([{ capacity: 20 }, { address: 'New' }]),
    );
  });

  test('no two have one name', async () => {
    const { id, name } = await createPointOfSale(db);
    const other = await createPointOfSale(db);

    expect(await storeAdding(settings(name), admin)).toEqual({ kind: 'nameTaken' });
    expect(await storeChanging(other.id, { name }, admin)).toEqual({ kind: 'nameTaken' });
    expect(await storeChanging(id, { name }, admin)).toEqual({ kind: 'changed' });
    expect(await auditOf(other.id)).toEqual([]);
  });

  test('one that is not there is not changed', async () => {
    expect(await storeChanging(randomUUID(), { capacity: 3 }, admin)).toEqual({ kind: 'notFound' });
    expect(await storeArchiving(randomUUID(), true, admin)).toBe(false);
  });

  test('archiving twice is archiving once', async () => {
    const { id } = await createPointOfSale(db);

    expect(await storeArchiving(id, true, admin)).toBe(true);
    expect(await storeArchiving(id, true, admin)).toBe(false);
    expect(await storeArchiving(id, false, admin)).toBe(true);
    expect(await findForAdmin(id)).toMatchObject({ isArchived: false });
    expect(await auditOf(id)).toHaveLength(2);
  });
});

test('the list says how each one and its till get on, archived ones last', async () => {
  const { id } = await createPointOfSale(db);
  const webhook = { pointOfSaleId: id, url: 'https://till.example/', sealedSecret: 'sealed' };
  await db.pointOfSaleWebhook.create({ data: webhook });
  const closed = await createPointOfSale(db, { openingHours: { mon: [] }, ordersStoppedAt: at });
  const gone = await createPointOfSale(db, { archivedAt: at });
  await createDelivery(db, { pointOfSaleId: id, status: 'cooking' });
  const rows = await listForAdmin(at, 'Europe/Warsaw');

  expect(rows.find((row) => row.id === id)).toMatchObject({ till: 'unused', openCount: 1, isOpen: true, isStopped: false });
  expect(rows.find((row) => row.id === closed.id)).toMatchObject({ till: 'none', isOpen: false, isStopped: true });
  expect(rows.at(-1)).toMatchObject({ isArchived: true });
  expect(rows.map((row) => row.id)).toContain(gone.id);
});
