import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { db } from '../db/client.ts';
import { storeCancelling } from '../deliveries/cancel.ts';
import { storeSending } from '../deliveries/send.ts';
import { storeContent } from '../deliveries/store.ts';
import { after, createTillWorld, messagesTo, type TillWorld } from './till-world.ts';

let world: TillWorld;

beforeEach(async () => {
  world = await createTillWorld();
});

describe('what a till is told', () => {
  test('a delivery that is sent, with everything that is to be cooked and collected', async () => {
    const { id } = await world.sendNew(world.content({ discountKind: 'percent', discountValue: 10, comment: 'Ring twice' }));

    expect(await messagesTo(world.mokotow)).toMatchObject([
      {
        type: 'delivery.sent',
        version: 1,
        data: {
          delivery: {
            id,
            revision: 1,
            customer: { name: 'Zofia' },
            address: { street: 'Prosta 51' },
            lines: [{ productCode: world.product.code, quantity: 2, priceMinor: 2_900 }],
            currency: 'PLN',
            productsMinor: 5_800,
            discountMinor: 580,
            totalMinor: 5_220,
            comment: 'Ring twice',
          },
        },
      },
    ]);
  });

  test('[S0.15] what was changed since, and what of it', async () => {
    const { id, content: sent } = await world.sendNew();
    await db.delivery.update({ where: { id }, data: { status: 'accepted' } });
    await world.send(id, { ...sent, street: 'Prosta 52' }, sent);

    expect((await messagesTo(world.mokotow)).at(-1)).toMatchObject({
      type: 'delivery.changed',
      data: { changes: ['street'], delivery: { revision: 2, address: { street: 'Prosta 52' } } },
    });
  });

  test('[S0.16a] one that goes to another point of sale is withdrawn from the first', async () => {
    const { id, content: sent } = await world.sendNew();
    world.olga.at = after(1);
    await world.send(id, { ...sent, pointOfSaleId: world.praga }, sent);

    expect((await messagesTo(world.mokotow)).map(({ type }) => type)).toEqual(['delivery.sent', 'delivery.withdrawn']);
    expect((await messagesTo(world.praga)).map(({ type }) => type)).toEqual(['delivery.sent']);
  });

  test('[S0.16a] a cancellation, with its reason, once', async () => {
    const { id } = await world.sendNew();
    await storeCancelling({ deliveryId: id, reason: 'Customer called off' }, world.olga);
    await storeCancelling({ deliveryId: id, reason: 'Customer called off' }, world.olga);

    const cancelled = (await messagesTo(world.mokotow)).filter(({ type }) => type === 'delivery.cancelled');
    expect(cancelled).toMatchObject([{ data: { delivery: { id }, reason: 'Customer called off' } }]);
  });

  test('nothing, where its webhook is switched off', async () => {
    await db.pointOfSaleWebhook.update({ where: { pointOfSaleId: world.mokotow }, data: { isEnabled: false } });
    await world.sendNew();

    expect(await messagesTo(world.mokotow)).toEqual([]);
  });

  test('no message outlives a sending that is rolled back', async () => {
    const id = randomUUID();
    const stored = await storeContent({ deliveryId: id, base: null, mine: world.content() }, world.olga);
    if (stored.kind !== 'saved') throw new Error(stored.kind);
    await db.$executeRaw`alter table "DeliveryEvent" add constraint "breaks" check (type <> 'sent') not valid`;

    await expect(storeSending({ deliveryId: id, version: stored.saved.version }, world.olga)).rejects.toThrow();
    await db.$executeRaw`alter table "DeliveryEvent" drop constraint "breaks"`;
    expect(await messagesTo(world.mokotow)).toEqual([]);
  });
});
