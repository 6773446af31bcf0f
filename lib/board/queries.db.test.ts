import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { createCustomer, createDriver } from '../../prisma/factories/customers.ts';
import { createDelivery, createDeliveryEvent, createPointOfSale } from '../../prisma/factories/deliveries.ts';
import { createUser } from '../../prisma/factories/people.ts';
import { db } from '../db/client.ts';
import { buildLine } from '../deliveries/testing.ts';
import { emptyContent } from '../deliveries/types.ts';
import { overhear } from '../realtime/overheard.ts';
import { actOnBoard, type BoardUser, openBoard } from './acts.ts';
import { readBoard } from './queries.ts';
import { storeTakingOrders } from './taking-orders.ts';

const at = new Date('2026-11-22T16:00:00Z');
const content = { ...emptyContent, comment: 'as sent', lines: [buildLine({ note: 'no olives' })] };

let pointOfSaleId: string;
let venue: BoardUser;

beforeEach(async () => {
  pointOfSaleId = (await createPointOfSale(db, { name: `Mokotów ${randomUUID()}` })).id;
  const { id } = await createUser(db, { role: 'venue', pointOfSaleId });
  venue = { id, role: 'venue', grants: [] };
});

const sent = (overrides = {}) => createDelivery(db, { pointOfSaleId, sentContent: content, ...overrides });

describe('readBoard', () => {
  test('has what waits, is accepted, cooks and is ready, and nothing else', async () => {
    const shown = ['sent', 'accepted', 'cooking', 'ready'] as const;
    for (const status of [...shown, 'draft', 'rejected', 'on_the_way', 'delivered', 'cancelled'] as const) await sent({ status });

    const board = await readBoard(pointOfSaleId, at);
    expect(board).toMatchObject({ now: at.toISOString(), pointOfSale: { id: pointOfSaleId, ordersStoppedAt: null } });
    expect(board?.cards.map(({ status }) => status).toSorted()).toEqual([...shown].toSorted());
  });

  test('has what was sent to it, not what an operator is moving away or towards it', async () => {
    const other = await createPointOfSale(db);
    const here = await sent({ pointOfSaleId: other.id, sentToId: pointOfSaleId, comment: 'not sent yet' });
    await sent({ sentToId: other.id });

    const board = await readBoard(pointOfSaleId, at);
    expect(board?.cards).toMatchObject([{ id: here.id, comment: 'as sent', lines: [{ note: 'no olives' }] }]);
  });

  test('knows class, driver, and since when it is in its column', async () => {
    const vip = await createCustomer(db, { class: 'vip' });
    const marek = await createDriver(db, { name: 'Marek' });
    const { id } = await sent({ status: 'ready', customerId: vip.id, driverId: marek.id });
    await createDeliveryEvent(db, { deliveryId: id, type: 'ready', at });

    const board = await readBoard(pointOfSaleId, at);
    expect(board?.cards).toMatchObject([{ customerClass: 'vip', driverName: 'Marek', since: at.toISOString() }]);
  });

  test('of a point that is not there is none', async () => {
    expect(await readBoard(randomUUID(), at)).toBeNull();
  });
});

describe('[R34] a board', () => {
  test('opens for its own venue and for an admin', async () => {
    const admin = await createUser(db, { role: 'admin' });
    expect(await openBoard(venue, pointOfSaleId)).toMatchObject({ ok: true });
    expect(await openBoard({ id: admin.id, role: 'admin', grants: [] }, pointOfSaleId)).toMatchObject({ ok: true });
  });

  test('of somebody else is not there, to read or to act on', async () => {
    const other = await createPointOfSale(db);
    const { id } = await createDelivery(db, { pointOfSaleId: other.id });
    const accept = { act: 'accept', deliveryId: id, revision: 1 };

    expect(await openBoard(venue, other.id)).toEqual({ ok: false, reason: 'notFound' });
    expect(await actOnBoard(venue, other.id, accept)).toEqual({ ok: false, reason: 'notFound' });
    // Nor through one's own door.
    expect(await actOnBoard(venue, pointOfSaleId, accept)).toEqual({ ok: false, reason: 'notFound' });
    expect(await db.delivery.findUnique({ where: { id } })).toMatchObject({ status: 'sent' });
  });

  test('is nobody’s who is signed out, nor an operator’s', async () => {
    const operator = await createUser(db);
    expect(await openBoard(null, pointOfSaleId)).toEqual({ ok: false, reason: 'signedOut' });
    expect(await actOnBoard(null, pointOfSaleId, {})).toEqual({ ok: false, reason: 'signedOut' });
    expect(await openBoard({ id: operator.id, role: 'operator', grants: [] }, pointOfSaleId)).toMatchObject({ ok: false });
    expect(await openBoard(venue, 'no-id')).toEqual({ ok: false, reason: 'notFound' });
  });
});

describe('actOnBoard', () => {
  test('[S0.16a] does it, and tells desks and board once', async () => {
    const heard = overhear();
    const { id } = await sent();
    const accept = { act: 'accept', deliveryId: id, revision: 1 };

    expect(await actOnBoard(venue, pointOfSaleId, accept)).toEqual({ ok: true, data: { status: 'accepted' } });
    expect(await actOnBoard(venue, pointOfSaleId, accept)).toEqual({ ok: true, data: { status: 'accepted' } });
    expect(heard).toMatchObject([{ rooms: ['deliveries', `point-of-sale:${pointOfSaleId}`], name: 'delivery:changed' }]);
  });

  test('says where a delivery stands that it cannot act on any more', async () => {
    const { id } = await sent({ status: 'cancelled' });
    const answer = await actOnBoard(venue, pointOfSaleId, { act: 'markReady', deliveryId: id });
    expect(answer).toEqual({ ok: false, reason: 'impossible', values: { status: 'cancelled' } });
  });

  test('takes nothing that is no act', async () => {
    expect(await actOnBoard(venue, pointOfSaleId, { act: 'eat' })).toMatchObject({ ok: false, reason: 'invalid' });
  });
});

test('stopping orders is stored and audited once, however often it is pressed, and so is taking them again', async () => {
  const actor = { userId: venue.id, at };
  expect(await storeTakingOrders(pointOfSaleId, false, actor)).toBe(true);
  expect(await storeTakingOrders(pointOfSaleId, false, { ...actor, at: new Date() })).toBe(false);
  expect(await db.pointOfSale.findUnique({ where: { id: pointOfSaleId } })).toMatchObject({ ordersStoppedAt: at });

  expect(await storeTakingOrders(pointOfSaleId, true, actor)).toBe(true);
  expect(await storeTakingOrders(pointOfSaleId, true, actor)).toBe(false);
  const entries = await db.auditEntry.findMany({ where: { subjectId: pointOfSaleId }, orderBy: { id: 'asc' } });
  expect(entries).toMatchObject([
    { action: 'point-of-sale.stopped', details: { isStopped: true } },
    { action: 'point-of-sale.stopped', details: { isStopped: false } },
  ]);
});
