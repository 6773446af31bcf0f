import { beforeEach, describe, expect, test } from 'vitest';
import { db } from '../db/client.ts';
import { storeCancelling } from '../deliveries/cancel.ts';
import type { DeliveryStatus } from '../deliveries/status.ts';
import { TillMessage } from '../deliveries/till-message.ts';
import { after, away, createTillWorld, HOUR, type Till, type TillWorld, till } from './till-world.ts';

let world: TillWorld;

beforeEach(async () => {
  world = await createTillWorld();
});

const cancel = (deliveryId: string) => storeCancelling({ deliveryId, reason: 'Called off' }, world.olga);
const becomes = (id: string, status: DeliveryStatus) => db.delivery.update({ where: { id }, data: { status } });
const told = ({ heard }: Till) => heard.map(({ body }) => TillMessage.parse(JSON.parse(body)));
const reasons = async () => {
  const rows = await db.pointOfSaleMessage.findMany({
    where: { pointOfSaleId: world.mokotow },
    orderBy: { position: 'asc' },
  });
  return rows.map(({ type, failedBecause }) => [type, failedBecause]);
};

describe('a till that was away', () => {
  test('is told all that waits as soon as one message reaches it', async () => {
    for (let count = 0; count < 3; count += 1) {
      await world.sendNew();
      await world.deliver(away().post, after(count));
    }
    await world.deliver(away().post, after(2));
    await world.sendNew();
    const back = till();

    expect(await world.deliver(back.post, after(3))).toBeNull();
    expect(back.heard).toHaveLength(4);
  });

  test('hears a new order however many wait before it', async () => {
    const waiting = Array.from({ length: 300 }, (_, position) => ({
      id: crypto.randomUUID(),
      pointOfSaleId: world.mokotow,
      type: 'till.test',
      body: '{}',
      createdAt: after(position),
      nextAttemptAt: after(HOUR),
    }));
    await db.pointOfSaleMessage.createMany({ data: waiting });
    const { id } = await world.sendNew();
    const back = till();
    await world.deliver(back.post);

    expect(back.heard[0]?.body).toContain(id);
  });

  test.each(['delivered', 'rejected', 'on_the_way'] as const)('does not hear of an order that is %s by now', async (status) => {
    const { id } = await world.sendNew();
    await becomes(id, status);
    const back = till();
    await world.deliver(back.post);

    expect(back.heard).toEqual([]);
    expect(await reasons()).toEqual([['delivery.sent', 'over']]);
  });

  test('hears neither of an order nor of its end, where it never had it', async () => {
    const { id } = await world.sendNew();
    const { id: other, content: sent } = await world.sendNew();
    await world.deliver(away().post);
    await cancel(id);
    await world.send(other, { ...sent, pointOfSaleId: world.praga }, sent);
    const back = till();
    await world.deliver(back.post, after(HOUR));

    expect(back.heard).toEqual([]);
    expect(await reasons()).toEqual([
      ['delivery.sent', 'over'],
      ['delivery.sent', 'elsewhere'],
      ['delivery.cancelled', 'neverTold'],
      ['delivery.withdrawn', 'neverTold'],
    ]);
  });

  test.each([
    ['it took the order', { status: 200, answer: '' }],
    ['it broke over the order', { status: 500, answer: '' }],
    ['its answer was lost', { error: 'timedOut', isSent: true }],
  ] as const)('hears that an order is off, where %s before', async (_, outcome) => {
    const { id } = await world.sendNew();
    await world.deliver(till(() => outcome).post);
    await cancel(id);
    const back = till();
    await world.deliver(back.post, after(HOUR));

    expect(told(back)).toMatchObject([{ type: 'delivery.cancelled', data: { delivery: { id } } }]);
  });

  test('also where the process that told it was killed', async () => {
    const { id } = await world.sendNew();
    void world.deliver(() => new Promise<never>(() => undefined));
    await expect.poll(() => db.pointOfSaleMessage.count({ where: { deliveryId: id, leasedUntil: { not: null } } })).toBe(1);
    await cancel(id);
    const back = till();
    await world.deliver(back.post, after(31));

    expect(told(back)).toMatchObject([{ type: 'delivery.cancelled' }]);
  });

  test('[S0.15] hears of an order once, as it is by now', async () => {
    const { id, content: sent } = await world.sendNew();
    await becomes(id, 'accepted');
    const moved = await world.send(id, { ...sent, street: 'Prosta 52' }, sent);
    await world.send(id, { ...moved, comment: 'Ring twice' }, moved);
    const back = till();
    await world.deliver(back.post);

    expect(told(back)).toMatchObject([
      { type: 'delivery.sent', data: { delivery: { revision: 3, address: { street: 'Prosta 52' }, comment: 'Ring twice' } } },
    ]);
    expect(await reasons()).toEqual([
      ['delivery.sent', 'newer'],
      ['delivery.changed', 'newer'],
      ['delivery.sent', null],
    ]);
  });

  test('[S0.15] hears of two changes at once, with the parts of both', async () => {
    const { id, content: sent } = await world.sendNew();
    await world.deliver(till().post);
    await becomes(id, 'accepted');
    const moved = await world.send(id, { ...sent, street: 'Prosta 52' }, sent);
    await world.send(id, { ...moved, comment: 'Ring twice' }, moved);
    const back = till();
    await world.deliver(back.post);

    expect(told(back)).toMatchObject([
      { type: 'delivery.changed', data: { changes: ['street', 'comment'], delivery: { revision: 3 } } },
    ]);
  });
});
