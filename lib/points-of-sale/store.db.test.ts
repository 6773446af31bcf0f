import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { createDelivery, createPointOfSale } from '../../prisma/factories/deliveries.ts';
import { createUser } from '../../prisma/factories/people.ts';
import { db } from '../db/client.ts';
import { unseal } from '../pbx/vault.ts';
import { storeResending, storeRotating, storeTest, storeTill } from '../tills/store.ts';
import { findTill } from '../tills/webhook.ts';
import { findForAdmin, findTillForAdmin, listForAdmin } from './admin-queries.ts';
import { storeAdding, storeArchiving, storeChanging } from './store.ts';

const at = new Date('2026-11-22T15:00:00Z');
const url = 'https://till.example/';
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

describe('setting up its till', () => {
  async function setUp() {
    const { id } = await createPointOfSale(db);
    const outcome = await storeTill({ pointOfSaleId: id, url, isEnabled: true }, admin);
    if (outcome.kind !== 'stored' || !outcome.secret) throw new Error('No secret was made.');
    return { id, secret: outcome.secret };
  }

  test('makes a secret the first time, kept encrypted, and none the second', async () => {
    const { id, secret } = await setUp();
    const stored = await db.pointOfSaleWebhook.findUniqueOrThrow({ where: { pointOfSaleId: id } });

    expect(JSON.stringify(stored)).not.toContain(secret);
    expect(unseal(stored.sealedSecret)).toBe(secret);
    expect(await storeTill({ pointOfSaleId: id, url, isEnabled: true }, admin)).toEqual({ kind: 'stored', secret: null });
    expect(JSON.stringify(await auditOf(id))).not.toContain(secret);
  });

  test('after a rotation the old secret is valid for a day', async () => {
    const { id, secret } = await setUp();
    const rotated = await storeRotating(id, admin);
    const fresh = rotated.kind === 'stored' ? rotated.secret : null;

    expect((await findTill(id, new Date(at.getTime() + 86_399_999)))?.secrets).toEqual([fresh, secret]);
    expect((await findTill(id, new Date(at.getTime() + 86_400_000)))?.secrets).toEqual([fresh]);
  });

  test('no secret is made while the old one is valid: a till that still has that one would be shut out', async () => {
    const { id, secret } = await setUp();
    await storeRotating(id, admin);
    const before = await findTill(id, at);

    expect(await storeRotating(id, { ...admin, at: new Date(at.getTime() + 86_399_999) })).toEqual({ kind: 'tooSoon' });
    expect(await findTill(id, at)).toEqual(before);
    expect(before?.secrets).toContain(secret);
    expect(await storeRotating(id, { ...admin, at: new Date(at.getTime() + 86_400_000) })).toMatchObject({ kind: 'stored' });
  });

  test('a till that switched itself off stays off while its address is changed', async () => {
    const { id } = await setUp();
    await db.pointOfSaleWebhook.update({ where: { pointOfSaleId: id }, data: { isEnabled: false } });
    await storeTill({ pointOfSaleId: id, url: 'https://other.example/' }, admin);

    const stored = { url: 'https://other.example/', isEnabled: false };
    expect(await db.pointOfSaleWebhook.findUnique({ where: { pointOfSaleId: id } })).toMatchObject(stored);
    expect((await auditOf(id)).at(-1)?.details).toEqual({ url: 'https://other.example/' });
  });

  test('switched on again, a till is told nothing that was left while it was being switched off', async () => {
    const { id } = await setUp();
    await storeTill({ pointOfSaleId: id, url, isEnabled: false }, admin);
    await db.pointOfSaleMessage.create({
      data: { id: randomUUID(), pointOfSaleId: id, type: 'till.test', body: '{}', nextAttemptAt: at },
    });

    await storeTill({ pointOfSaleId: id, url, isEnabled: true }, admin);
    expect(await db.pointOfSaleMessage.findFirst({ where: { pointOfSaleId: id } })).toMatchObject({
      failedAt: at,
      failedBecause: 'switchedOff',
    });
    await storeTest(id, at);
    await storeTill({ pointOfSaleId: id, url, isEnabled: true }, admin);
    expect(await db.pointOfSaleMessage.count({ where: { pointOfSaleId: id, failedAt: null } })).toBe(1);
  });

  test('a test waits for the till; switching it off gives it up; it can be sent again', async () => {
    const { id } = await setUp();
    expect(await storeTest(id, at)).toBe(true);
    const [message] = (await findTillForAdmin(id, at))?.messages ?? [];
    expect(message).toMatchObject({ type: 'till.test', state: 'waiting', deliveryNumber: null });

    await storeTill({ pointOfSaleId: id, url, isEnabled: false }, admin);
    expect((await findTillForAdmin(id, at))?.messages).toMatchObject([{ state: 'failed' }]);
    expect(await storeResending(message?.id ?? '', at)).toBe(false);
    expect(await storeTest(id, at)).toBe(false);

    await storeTill({ pointOfSaleId: id, url, isEnabled: true }, admin);
    expect(await storeResending(message?.id ?? '', at)).toBe(true);
    expect((await findTillForAdmin(id, at))?.messages).toMatchObject([{ state: 'waiting' }]);
  });

  test('the list says how each one and its till get on, archived ones last', async () => {
    const { id } = await setUp();
    const closed = await createPointOfSale(db, { openingHours: { mon: [] }, ordersStoppedAt: at });
    const gone = await createPointOfSale(db, { archivedAt: at });
    await createDelivery(db, { pointOfSaleId: id, status: 'cooking' });
    const rows = await listForAdmin(at, 'Europe/Warsaw');

    expect(rows.find((row) => row.id === id)).toMatchObject({ till: 'unused', openCount: 1, isOpen: true, isStopped: false });
    expect(rows.find((row) => row.id === closed.id)).toMatchObject({ till: 'none', isOpen: false, isStopped: true });
    expect(rows.at(-1)).toMatchObject({ isArchived: true });
    expect(rows.map((row) => row.id)).toContain(gone.id);
  });
});
