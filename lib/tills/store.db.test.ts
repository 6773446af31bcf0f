import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { createPointOfSale } from '../../prisma/factories/deliveries.ts';
import { createUser } from '../../prisma/factories/people.ts';
import { db } from '../db/client.ts';
import { unseal } from '../pbx/vault.ts';
import { listForAdmin } from '../points-of-sale/admin-queries.ts';
import { deliverMessages } from './deliver-messages.ts';
import { findTillForAdmin } from './queries.ts';
import { storeResending, storeRotating, storeTest, storeTill } from './store.ts';
import { away, till } from './till-world.ts';
import { findTill } from './webhook.ts';

const at = new Date('2026-11-22T15:00:00Z');
const url = 'https://till.example/';
let admin: { userId: string; at: Date };

beforeEach(async () => {
  admin = { userId: (await createUser(db, { role: 'admin' })).id, at };
});

const auditOf = (subjectId: string) =>
  db.auditEntry.findMany({ where: { subjectId }, orderBy: { id: 'asc' }, select: { details: true } });

describe('setting up a till', () => {
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
    expect((await findTillForAdmin(id, at))?.messages).toMatchObject([{ state: 'failed', reason: 'switchedOff' }]);
    expect(await storeResending(message?.id ?? '', at)).toBe(false);
    expect(await storeTest(id, at)).toBe(false);

    await storeTill({ pointOfSaleId: id, url, isEnabled: true }, admin);
    expect(await storeResending(message?.id ?? '', at)).toBe(true);
    expect((await findTillForAdmin(id, at))?.messages).toMatchObject([{ state: 'waiting', reason: null }]);
  });

  test('the admin sees in the list how a till got on last', async () => {
    const { id } = await setUp();
    const stateInList = async () => (await listForAdmin(at, 'Europe/Warsaw')).find((row) => row.id === id)?.till;
    const tell = async (seconds: number, { post } = till()) => {
      const now = () => new Date(at.getTime() + seconds * 1_000);
      await storeTest(id, now());
      await deliverMessages(id, { now, post });
    };

    expect(await stateInList()).toBe('unused');
    await tell(1, away());
    expect(await stateInList()).toBe('failing');
    await tell(600);
    expect(await stateInList()).toBe('connected');
    await tell(1_200, away());
    expect(await stateInList()).toBe('failing');
    expect(await findTillForAdmin(id, at)).toMatchObject({ state: 'failing' });
  });
});
