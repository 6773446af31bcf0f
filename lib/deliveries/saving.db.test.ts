import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { createPointOfSale, createProduct, createProductAt } from '../../prisma/factories/deliveries.ts';
import { db } from '../db/client.ts';
import { findDelivery } from './delivery-queries.ts';
import { createOrderWorld, type OrderWorld } from './order-world.ts';
import { storeContent } from './store.ts';
import { buildLine } from './testing.ts';

let world: OrderWorld;

beforeEach(async () => {
  world = await createOrderWorld();
});

describe('the first save', () => {
  test('makes the draft, its number and its first line of history', async () => {
    const { id, saved } = await world.newDraft();

    expect(saved).toMatchObject({ status: 'draft', version: 1, totalMinor: 2_900, phone: { e164: '+48600100103' } });
    expect(saved.number).toBeGreaterThanOrEqual(1000);
    expect((await findDelivery(id, world.olga))?.timeline).toMatchObject([{ type: 'created', byName: 'Olga Operator' }]);
  });

  test('[R14] repeated because its answer got lost, it is the same draft', async () => {
    const id = randomUUID();
    const mine = world.content();
    const outcomes = await Promise.all([1, 2, 3].map(() => storeContent({ deliveryId: id, base: null, mine }, world.olga)));

    expect(outcomes.map((each) => each.kind)).toEqual(['saved', 'saved', 'saved']);
    expect(await db.delivery.count({ where: { id } })).toBe(1);
    expect(await db.deliveryLine.count({ where: { deliveryId: id } })).toBe(1);
  });

  test('keeps a number that cannot be read as it was typed', async () => {
    const { saved } = await world.newDraft(world.content({ phone: '600' }));
    expect(saved).toMatchObject({ content: { phone: '600' }, phone: { e164: null } });
  });

  test('leaves out a customer, a call and a point of sale that do not exist', async () => {
    const mine = world.content({ customerId: randomUUID(), pointOfSaleId: randomUUID() });
    const outcome = await storeContent({ deliveryId: randomUUID(), base: null, mine, callId: randomUUID() }, world.olga);

    expect(outcome).toMatchObject({ kind: 'saved', saved: { content: { customerId: null, pointOfSaleId: null } } });
  });
});

describe('a line', () => {
  test('costs what our price list says, whatever the browser claims', async () => {
    const cheap = buildLine({ productId: world.product.id, name: 'Free lunch', priceMinor: 0 });
    const { saved } = await world.newDraft(world.content({ lines: [cheap] }));

    expect(saved.content.lines).toMatchObject([{ name: 'Pierogi ruskie', priceMinor: 2_900 }]);
    expect(saved.totalMinor).toBe(2_900);
  });

  test('keeps the price it was added for when the price list changes', async () => {
    const { id, saved } = await world.newDraft();
    await db.product.update({ where: { id: world.product.id }, data: { priceMinor: 3_500 } });

    const [first] = saved.content.lines;
    const more = { ...saved.content, lines: first ? [{ ...first, quantity: 2 }] : [] };
    expect((await world.save(id, saved.content, more)).totalMinor).toBe(5_800);
  });

  test('costs what its point of sale asks, and keeps that when the price list of the point of sale changes', async () => {
    const here = { pointOfSaleId: world.pointOfSaleId, productId: world.product.id };
    await createProductAt(db, { ...here, priceMinor: 3_100 });
    const { id, saved } = await world.newDraft();
    expect(saved.totalMinor).toBe(3_100);

    await db.pointOfSaleProduct.updateMany({ where: here, data: { priceMinor: 3_300 } });
    const again = await world.save(id, saved.content, { ...saved.content, comment: 'Cold' });
    expect(again.content.lines).toMatchObject([{ priceMinor: 3_100 }]);
  });

  test('of a draft costs what the point of sale asks that is chosen instead', async () => {
    const other = await createPointOfSale(db);
    await createProductAt(db, { pointOfSaleId: other.id, productId: world.product.id, priceMinor: 3_100 });
    const { id, saved } = await world.newDraft();

    const moved = await world.save(id, saved.content, { ...saved.content, pointOfSaleId: other.id });
    expect(moved).toMatchObject({ totalMinor: 3_100, content: { lines: [{ priceMinor: 3_100 }] } });
    expect((await world.save(id, moved.content, { ...moved.content, pointOfSaleId: world.pointOfSaleId })).totalMinor).toBe(
      2_900,
    );
  });

  test('of a product that does not exist is refused, and nothing is stored', async () => {
    const id = randomUUID();
    const mine = world.content({ lines: [buildLine()] });

    expect(await storeContent({ deliveryId: id, base: null, mine }, world.olga)).toEqual({ kind: 'productUnknown' });
    expect(await db.delivery.count({ where: { id } })).toBe(0);
  });

  test('of another delivery is refused, and stays where it is', async () => {
    const { id, saved } = await world.newDraft();
    const otherId = randomUUID();

    expect(await storeContent({ deliveryId: otherId, base: null, mine: saved.content }, world.oskar)).toEqual({
      kind: 'lineElsewhere',
    });
    expect(await db.delivery.count({ where: { id: otherId } })).toBe(0);
    expect((await findDelivery(id, world.olga))?.saved.content.lines).toEqual(saved.content.lines);
  });

  test('an amount that no cash desk can hold is refused', async () => {
    const dear = await createProduct(db, { priceMinor: 2_000_000_000 });
    const mine = world.content({ lines: [buildLine({ productId: dear.id, quantity: 2 })] });

    expect(await storeContent({ deliveryId: randomUUID(), base: null, mine }, world.olga)).toEqual({ kind: 'totalTooLarge' });
  });
});

describe('two operators on one delivery', () => {
  test('two saves in the same instant lose nothing', async () => {
    const { id, saved } = await world.newDraft();
    const base = saved.content;
    const edits = ['1', '2', '3', '4', '5', '6'].map((note) => ({ ...base, lines: [...base.lines, { ...world.line(), note }] }));

    await Promise.all(edits.map((mine, turn) => world.save(id, base, mine, turn % 2 ? world.olga : world.oskar)));

    const stored = await findDelivery(id, world.olga);
    expect(stored?.saved.content.lines.map((each) => each.note).sort()).toEqual(['', '1', '2', '3', '4', '5', '6']);
    expect(stored?.saved.totalMinor).toBe(7 * 2_900);
  });

  test('the same field is asked about: nothing is stored, and the answer says what stands and whose it is', async () => {
    const { id, saved } = await world.newDraft();
    await world.save(id, saved.content, { ...saved.content, street: 'Krucza 20' }, world.oskar);
    const mine = { ...saved.content, street: 'Puławska 12', comment: 'Cold' };

    expect(await storeContent({ deliveryId: id, base: saved.content, mine }, world.olga)).toMatchObject({
      kind: 'conflict',
      conflicts: [{ part: 'street' }],
      theirs: {
        content: { street: 'Krucza 20', comment: '' },
        lastChange: { byName: 'Oskar Operator', at: world.oskar.at.toISOString() },
      },
    });
    expect((await findDelivery(id, world.olga))?.saved.content).toMatchObject({ street: 'Krucza 20', comment: '' });
  });

  test('changes of one person in a row are one entry of the history', async () => {
    const { id, saved } = await world.newDraft();
    const once = await world.save(id, saved.content, { ...saved.content, street: 'Krucza 20' }, world.oskar);
    await world.save(id, once.content, { ...once.content, comment: 'Cold' }, world.oskar);

    expect((await findDelivery(id, world.olga))?.timeline.map((each) => each.type)).toEqual(['changed', 'created']);
  });

  test('a save that changes nothing raises no version', async () => {
    const { id, saved } = await world.newDraft();
    expect((await world.save(id, saved.content, saved.content, world.oskar)).version).toBe(saved.version);
  });
});
