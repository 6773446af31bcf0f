import { beforeEach, describe, expect, test } from 'vitest';
import { createAddress, createCustomer } from '../../prisma/factories/customers.ts';
import { createPointOfSale, createProductAt } from '../../prisma/factories/deliveries.ts';
import { db } from '../db/client.ts';
import { storeCancelling } from './cancel.ts';
import { findDelivery } from './delivery-queries.ts';
import { createOrderWorld, type OrderWorld } from './order-world.ts';
import { storeSending } from './send.ts';
import { storeContent } from './store.ts';

let world: OrderWorld;

beforeEach(async () => {
  world = await createOrderWorld();
});

describe('sending', () => {
  test('[S0.16] a draft waits for its point of sale, with the amount on its history and an entry in the audit', async () => {
    const { id, saved } = await world.newDraft();
    const outcome = await storeSending({ deliveryId: id, version: saved.version }, world.olga);

    expect(outcome).toMatchObject({ kind: 'sent', saved: { status: 'sent', sentTotalMinor: 2_900 } });
    expect((await findDelivery(id, world.olga))?.timeline[0]).toMatchObject({
      type: 'sent',
      byName: 'Olga Operator',
      amountMinor: 2_900,
    });
    expect(await db.auditEntry.count({ where: { action: 'delivery.sent', subjectId: id } })).toBe(1);
  });

  test('a double press sends once', async () => {
    const { id, saved } = await world.newDraft();
    const press = () => storeSending({ deliveryId: id, version: saved.version }, world.olga);
    const outcomes = await Promise.all([press(), press()]);

    expect(outcomes.map((each) => each.kind)).toEqual(['sent', 'sent']);
    expect(await db.deliveryEvent.count({ where: { deliveryId: id, type: 'sent' } })).toBe(1);
  });

  test('[S0.15] what was added to a sent delivery is sent again, and it stays where it is', async () => {
    const { id, saved } = await world.newDraft();
    await storeSending({ deliveryId: id, version: saved.version }, world.olga);
    await db.delivery.update({ where: { id }, data: { status: 'cooking' } });
    const more = await world.save(id, saved.content, { ...saved.content, lines: [...saved.content.lines, world.line()] });

    expect(more).toMatchObject({ totalMinor: 5_800, sentTotalMinor: 2_900, status: 'cooking' });
    expect(await storeSending({ deliveryId: id, version: more.version }, world.olga)).toMatchObject({
      kind: 'sent',
      saved: { status: 'cooking', sentTotalMinor: 5_800 },
    });
  });

  test('[S0.15] a kitchen that accepted as wanted comes later when it is told of a later time', async () => {
    const { id, saved } = await world.newDraft();
    await storeSending({ deliveryId: id, version: saved.version }, world.olga);
    const promisedAt = new Date('2026-11-22T17:00:00Z');
    await db.delivery.update({ where: { id }, data: { status: 'accepted', promisedAt } });
    const later = '2026-11-22T19:00:00.000Z';
    const moved = await world.save(id, saved.content, { ...saved.content, wantedAt: later });

    expect(moved.promisedAt).toBe(promisedAt.toISOString());
    expect(await storeSending({ deliveryId: id, version: moved.version }, world.olga)).toMatchObject({
      saved: { promisedAt: later },
    });
  });

  test('[S0.15] what was sent keeps its price, also when the operator looked at another point of sale meanwhile', async () => {
    const { id, saved } = await world.newDraft();
    await storeSending({ deliveryId: id, version: saved.version }, world.olga);
    await db.product.update({ where: { id: world.product.id }, data: { priceMinor: 9_900 } });
    const other = await createPointOfSale(db);

    const there = await world.save(id, saved.content, { ...saved.content, pointOfSaleId: other.id });
    const back = await world.save(id, there.content, { ...there.content, pointOfSaleId: world.pointOfSaleId });
    expect([there.totalMinor, back.totalMinor]).toEqual([9_900, 2_900]);
  });

  test('[S0.16a] a rejected one can be sent to another point of sale', async () => {
    const { id, saved } = await world.newDraft();
    await storeSending({ deliveryId: id, version: saved.version }, world.olga);
    await db.delivery.update({ where: { id }, data: { status: 'rejected' } });
    const other = await createPointOfSale(db);
    const moved = await world.save(id, saved.content, { ...saved.content, pointOfSaleId: other.id });

    expect(await storeSending({ deliveryId: id, version: moved.version }, world.olga)).toMatchObject({
      saved: { status: 'sent' },
      hearers: ['deliveries', `point-of-sale:${world.pointOfSaleId}`, `point-of-sale:${other.id}`],
    });
  });

  test('what a colleague changed since is shown first', async () => {
    const { id, saved } = await world.newDraft();
    await world.save(id, saved.content, { ...saved.content, comment: 'Cold' }, world.oskar);

    expect(await storeSending({ deliveryId: id, version: saved.version }, world.olga)).toMatchObject({
      kind: 'conflict',
      theirs: { content: { comment: 'Cold' } },
    });
  });

  test('one that lacks something stays a draft, and says what', async () => {
    const { id, saved } = await world.newDraft(world.content({ lines: [], street: '' }));

    expect(await storeSending({ deliveryId: id, version: saved.version }, world.olga)).toEqual({
      kind: 'incomplete',
      problems: [
        { field: 'street', problem: 'noStreet' },
        { field: 'lines', problem: 'noLines' },
      ],
    });
    expect((await findDelivery(id, world.olga))?.saved.status).toBe('draft');
  });

  test('a dish that was sold out there meanwhile keeps it a draft, and is named', async () => {
    const { id, saved } = await world.newDraft();
    await createProductAt(db, { pointOfSaleId: world.pointOfSaleId, productId: world.product.id, isAvailable: false });
    const send = () => storeSending({ deliveryId: id, version: saved.version }, world.olga);

    expect(await send()).toEqual({
      kind: 'incomplete',
      problems: [{ field: 'lines', problem: 'soldOut', products: ['Pierogi ruskie'] }],
    });
    await db.pointOfSaleProduct.deleteMany({ where: { productId: world.product.id } });
    expect(await send()).toMatchObject({ kind: 'sent' });
  });

  test('[S0.15] a dish that the kitchen has stays when it is sold out, and the rest can change', async () => {
    const { id, saved } = await world.newDraft();
    await storeSending({ deliveryId: id, version: saved.version }, world.olga);
    await db.product.update({ where: { id: world.product.id }, data: { archivedAt: world.olga.at } });
    const changed = await world.save(id, saved.content, { ...saved.content, comment: 'Cold' });

    expect(await storeSending({ deliveryId: id, version: changed.version }, world.olga)).toMatchObject({ kind: 'sent' });
  });

  test('a number that cannot be read reaches nobody: a name is needed', async () => {
    const { id, saved } = await world.newDraft(world.content({ phone: 'abc' }));

    expect(await storeSending({ deliveryId: id, version: saved.version }, world.olga)).toEqual({
      kind: 'incomplete',
      problems: [{ field: 'phone', problem: 'nobody' }],
    });
  });

  test('the address is offered for the customer’s next delivery, once', async () => {
    const customer = await createCustomer(db);
    await createAddress(db, { customerId: customer.id, street: 'Stara 1', flat: '', district: '', city: '' });
    const send = async (street: string) => {
      const { id, saved } = await world.newDraft(world.content({ customerId: customer.id, customerName: customer.name, street }));
      await storeSending({ deliveryId: id, version: saved.version }, world.olga);
    };
    await send('Stara 1');
    await send('Nowa 2');
    await send('Nowa 2');

    const addresses = await db.address.findMany({ where: { customerId: customer.id }, orderBy: { street: 'asc' } });
    expect(addresses.map((each) => each.street)).toEqual(['Nowa 2', 'Stara 1']);
  });
});

describe('cancelling', () => {
  test('a draft is dropped, and cannot be saved or sent any more', async () => {
    const { id, saved } = await world.newDraft();

    expect(await storeCancelling({ deliveryId: id, reason: '' }, world.olga)).toMatchObject({ kind: 'cancelled' });
    expect(await storeContent({ deliveryId: id, base: saved.content, mine: world.content() }, world.olga)).toEqual({
      kind: 'closed',
    });
    expect(await storeSending({ deliveryId: id, version: 2 }, world.olga)).toEqual({ kind: 'closed' });
  });

  test('what a kitchen knows of needs a reason', async () => {
    const { id, saved } = await world.newDraft();
    await storeSending({ deliveryId: id, version: saved.version }, world.olga);

    expect(await storeCancelling({ deliveryId: id, reason: ' ' }, world.olga)).toEqual({ kind: 'reasonMissing' });
    expect(await storeCancelling({ deliveryId: id, reason: 'Customer called off' }, world.olga)).toMatchObject({
      kind: 'cancelled',
    });
    expect((await findDelivery(id, world.olga))?.timeline[0]).toMatchObject({ type: 'cancelled', reason: 'Customer called off' });
  });

  test('the kitchen that was sent it hears of it, whichever point of sale it names by now', async () => {
    const { id, saved } = await world.newDraft();
    await storeSending({ deliveryId: id, version: saved.version }, world.olga);
    await world.save(id, saved.content, { ...saved.content, pointOfSaleId: null });

    expect(await storeCancelling({ deliveryId: id, reason: 'Customer called off' }, world.olga)).toMatchObject({
      hearers: ['deliveries', `point-of-sale:${world.pointOfSaleId}`],
    });
  });

  test('pressed twice it is cancelled once', async () => {
    const { id } = await world.newDraft();
    const press = () => storeCancelling({ deliveryId: id, reason: '' }, world.olga);
    await Promise.all([press(), press()]);

    expect(await db.deliveryEvent.count({ where: { deliveryId: id, type: 'cancelled' } })).toBe(1);
  });
});
