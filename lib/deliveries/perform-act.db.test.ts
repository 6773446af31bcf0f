import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { createDriver } from '../../prisma/factories/customers.ts';
import { createDelivery, createPointOfSale } from '../../prisma/factories/deliveries.ts';
import { createUser } from '../../prisma/factories/people.ts';
import { db } from '../db/client.ts';
import { storeAssigning } from './assign-driver.ts';
import { type ActAuthor, performAct } from './perform-act.ts';
import { emptyContent } from './types.ts';

let board: ActAuthor;
let desk: ActAuthor;
let pointOfSaleId: string;

const at = new Date('2026-11-22T16:00:00Z');
const wantedAt = new Date('2026-11-22T17:00:00Z');

beforeEach(async () => {
  pointOfSaleId = (await createPointOfSale(db, { name: `Mokotów ${randomUUID()}` })).id;
  const venue = await createUser(db, { role: 'venue', pointOfSaleId });
  board = { side: 'board', userId: venue.id, at, pointOfSaleId };
  desk = { side: 'desk', userId: (await createUser(db)).id, at, pointOfSaleId: null };
});

const sent = (overrides = {}) => createDelivery(db, { status: 'sent', pointOfSaleId, wantedAt, ...overrides });
const eventsOf = (deliveryId: string) =>
  db.deliveryEvent.findMany({ where: { deliveryId }, orderBy: { id: 'asc' }, select: { type: true, details: true } });

describe('performAct', () => {
  test('[S0.16a] a venue accepts what it was sent, promises its time, and both sides hear', async () => {
    const { id } = await sent({ sentContent: { comment: 'as sent' } });

    expect(await performAct({ act: 'accept', deliveryId: id, revision: 1 }, board)).toMatchObject({
      kind: 'done',
      status: 'accepted',
      hearers: ['deliveries', `point-of-sale:${pointOfSaleId}`],
    });
    expect(await db.delivery.findUnique({ where: { id } })).toMatchObject({
      status: 'accepted',
      promisedAt: wantedAt,
      seenRevision: 1,
      seenContent: { comment: 'as sent' },
    });
    expect(await eventsOf(id)).toMatchObject([{ type: 'accepted', details: { side: 'board' } }]);
  });

  test('a tablet that was offline may say it again: nothing is done twice', async () => {
    const { id } = await sent();
    const accept = () => performAct({ act: 'accept', deliveryId: id, revision: 1 }, board);
    const outcomes = await Promise.all([accept(), accept(), accept()]);

    expect(outcomes.map((each) => each.kind)).toEqual(['done', 'done', 'done']);
    expect(await eventsOf(id)).toHaveLength(1);
  });

  test('what was changed since the board saw it is not accepted unseen', async () => {
    const { id } = await sent({ sentRevision: 2 });
    expect(await performAct({ act: 'accept', deliveryId: id, revision: 1 }, board)).toEqual({ kind: 'changedMeanwhile' });
    expect(await performAct({ act: 'accept', deliveryId: id, revision: 2 }, board)).toMatchObject({ status: 'accepted' });
  });

  test('a change that was sent is marked until the venue says it saw it', async () => {
    const { id } = await sent({ status: 'cooking', sentRevision: 2, seenRevision: 1, sentContent: { comment: 'new' } });
    await performAct({ act: 'acknowledge', deliveryId: id, revision: 2 }, board);
    expect(await db.delivery.findUnique({ where: { id } })).toMatchObject({ seenRevision: 2, seenContent: { comment: 'new' } });
  });

  test('rejecting keeps its reason and is in the audit', async () => {
    const { id } = await sent();
    await performAct({ act: 'reject', deliveryId: id, revision: 1, reason: 'Oven broken' }, board);

    expect(await eventsOf(id)).toMatchObject([{ type: 'rejected', details: { reason: 'Oven broken' } }]);
    expect(await db.auditEntry.count({ where: { action: 'delivery.rejected', subjectId: id } })).toBe(1);
  });

  test('[R34] a board reaches only what was sent to its own point of sale', async () => {
    const other = await createPointOfSale(db);
    const { id } = await createDelivery(db, { status: 'sent', pointOfSaleId: other.id });
    expect(await performAct({ act: 'accept', deliveryId: id, revision: 1 }, board)).toEqual({ kind: 'notFound' });
  });

  test('the desk does not cook, but says that it was delivered', async () => {
    const { id } = await sent({ status: 'on_the_way' });
    expect(await performAct({ act: 'startCooking', deliveryId: id }, desk)).toEqual({ kind: 'notAllowed' });
    expect(await performAct({ act: 'markDelivered', deliveryId: id }, desk)).toMatchObject({ status: 'delivered' });
  });

  test('what the desk cancelled meanwhile cannot be cooked, and says where it stands', async () => {
    const { id } = await sent({ status: 'cancelled' });
    expect(await performAct({ act: 'markReady', deliveryId: id }, board)).toEqual({ kind: 'impossible', status: 'cancelled' });
  });

  test('a slip is taken back once, however often it is said', async () => {
    const { id } = await sent({ status: 'accepted' });
    await performAct({ act: 'startCooking', deliveryId: id }, board);
    const back = () => performAct({ act: 'stepBack', deliveryId: id, from: 'cooking' }, board);

    expect(await back()).toMatchObject({ kind: 'done', status: 'accepted' });
    expect(await back()).toMatchObject({ kind: 'done', status: 'accepted', hearers: [] });
  });

  test('a step is taken back to where it came from, and only while it is fresh and the last one', async () => {
    const { id } = await sent({ status: 'accepted' });
    await performAct({ act: 'markReady', deliveryId: id }, board);
    const late = { ...board, at: new Date(at.getTime() + 16 * 60_000) };

    expect(await performAct({ act: 'stepBack', deliveryId: id, from: 'ready' }, late)).toEqual({
      kind: 'impossible',
      status: 'ready',
    });
    expect(await performAct({ act: 'stepBack', deliveryId: id, from: 'ready' }, board)).toMatchObject({ status: 'accepted' });
    expect(await performAct({ act: 'stepBack', deliveryId: id, from: 'accepted' }, board)).toEqual({
      kind: 'impossible',
      status: 'accepted',
    });
  });

  test('[S0.15] what an operator wrote and did not send changes neither the promise nor how it is handed over', async () => {
    const asSent = { ...emptyContent, fulfilment: 'pick_up' as const, wantedAt: wantedAt.toISOString() };
    const unsent = { fulfilment: 'delivery' as const, wantedAt: new Date('2026-11-22T19:00:00Z'), sentContent: asSent };
    const { id } = await sent(unsent);
    await performAct({ act: 'accept', deliveryId: id, revision: 1 }, board);
    expect(await db.delivery.findUnique({ where: { id } })).toMatchObject({ promisedAt: wantedAt });

    await performAct({ act: 'markReady', deliveryId: id }, board);
    expect(await performAct({ act: 'handOver', deliveryId: id }, board)).toMatchObject({ status: 'delivered' });
    expect(await performAct({ act: 'stepBack', deliveryId: id, from: 'delivered' }, board)).toMatchObject({ status: 'ready' });
  });

  test('a problem is a flag with a reason, raised and solved', async () => {
    const { id } = await sent({ status: 'on_the_way' });
    await performAct({ act: 'reportProblem', deliveryId: id, reason: 'Nobody opens' }, desk);
    expect(await db.delivery.findUnique({ where: { id } })).toMatchObject({
      problemReason: 'Nobody opens',
      status: 'on_the_way',
    });

    await performAct({ act: 'solveProblem', deliveryId: id }, desk);
    expect(await db.delivery.findUnique({ where: { id } })).toMatchObject({ problemReason: null });
  });
});

describe('assigning a driver', () => {
  test('is on the timeline, raises the version, and doing it again changes nothing', async () => {
    const marek = await createDriver(db, { name: 'Marek' });
    const { id, version } = await sent({ status: 'ready' });
    const assign = () => storeAssigning({ deliveryId: id, driverId: marek.id }, { userId: desk.userId ?? '', at });

    expect(await assign()).toMatchObject({ kind: 'assigned', version: version + 1, driverIds: [marek.id] });
    expect(await assign()).toMatchObject({ kind: 'assigned', version: version + 1, driverIds: [] });
    expect(await eventsOf(id)).toMatchObject([{ type: 'driver_assigned', details: { driver: 'Marek' } }]);
  });

  test('not one who left, and not to what is closed', async () => {
    const gone = await createDriver(db, { archivedAt: at });
    const { id } = await sent();
    const closed = await sent({ status: 'delivered' });
    const actor = { userId: desk.userId ?? '', at };

    expect(await storeAssigning({ deliveryId: id, driverId: gone.id }, actor)).toEqual({ kind: 'driverUnknown' });
    expect(await storeAssigning({ deliveryId: closed.id, driverId: (await createDriver(db)).id }, actor)).toEqual({
      kind: 'closed',
    });
  });
});
