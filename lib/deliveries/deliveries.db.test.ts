import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { createAddress, createCustomer } from '../../prisma/factories/customers.ts';
import { createPointOfSale, createProduct, createProductAt } from '../../prisma/factories/deliveries.ts';
import { createUser } from '../../prisma/factories/people.ts';
import { db } from '../db/client.ts';
import { storeCancelling } from './cancel.ts';
import { findDelivery } from './delivery-queries.ts';
import { storeSending } from './send.ts';
import { type SaveOutcome, storeContent } from './store.ts';
import { buildLine } from './testing.ts';
import { type Author, type DeliveryContent, emptyContent, type SavedDelivery } from './types.ts';

let olga: Author & { timeZone: string };
let oskar: Author & { timeZone: string };
let product: { id: string; name: string; priceMinor: number };
let pointOfSaleId: string;

const at = (time: string) => new Date(`2026-11-22T${time}Z`);

beforeEach(async () => {
  const [one, other] = [await createUser(db, { name: 'Olga Operator' }), await createUser(db, { name: 'Oskar Operator' })];
  olga = { userId: one.id, seesAllLines: false, country: 'PL', timeZone: 'Europe/Warsaw', at: at('15:00:00') };
  oskar = { userId: other.id, seesAllLines: false, country: 'PL', timeZone: 'Europe/Warsaw', at: at('15:04:00') };
  product = await createProduct(db, { name: 'Pierogi ruskie', priceMinor: 2_900 });
  pointOfSaleId = (await createPointOfSale(db)).id;
});

function line(quantity = 1) {
  return buildLine({ productId: product.id, quantity });
}

function content(overrides: Partial<DeliveryContent> = {}): DeliveryContent {
  const wantedAt = at('17:00:00').toISOString();
  return { ...emptyContent, phone: '600100103', street: 'Prosta 51', wantedAt, pointOfSaleId, lines: [line()], ...overrides };
}

function savedOf(outcome: SaveOutcome): SavedDelivery {
  if (outcome.kind !== 'saved') throw new Error(`The save was answered with ${outcome.kind}.`);
  return outcome.saved;
}

async function save(
  deliveryId: string,
  base: DeliveryContent | null,
  mine: DeliveryContent,
  actor = olga,
): Promise<SavedDelivery> {
  return savedOf(await storeContent({ deliveryId, base, mine }, actor));
}

async function newDraft(mine = content()): Promise<{ id: string; saved: SavedDelivery }> {
  const id = randomUUID();
  return { id, saved: await save(id, null, mine) };
}

describe('the first save', () => {
  test('makes the draft, its number and its first line of history', async () => {
    const { id, saved } = await newDraft();

    expect(saved).toMatchObject({ status: 'draft', version: 1, totalMinor: 2_900, phone: { e164: '+48600100103' } });
    expect(saved.number).toBeGreaterThanOrEqual(1000);
    expect((await findDelivery(id, olga))?.timeline).toMatchObject([{ type: 'created', byName: 'Olga Operator' }]);
  });

  test('[R14] repeated because its answer got lost, it is the same draft', async () => {
    const id = randomUUID();
    const mine = content();
    const outcomes = await Promise.all([1, 2, 3].map(() => storeContent({ deliveryId: id, base: null, mine }, olga)));

    expect(new Set(outcomes.map((each) => savedOf(each).number)).size).toBe(1);
    expect(await db.delivery.count({ where: { id } })).toBe(1);
    expect(await db.deliveryLine.count({ where: { deliveryId: id } })).toBe(1);
  });

  test('keeps a number that cannot be read as it was typed', async () => {
    const { saved } = await newDraft(content({ phone: '600' }));
    expect(saved).toMatchObject({ content: { phone: '600' }, phone: { e164: null } });
  });

  test('leaves out a customer, a call and a point of sale that do not exist', async () => {
    const mine = content({ customerId: randomUUID(), pointOfSaleId: randomUUID() });
    const outcome = await storeContent({ deliveryId: randomUUID(), base: null, mine, callId: randomUUID() }, olga);

    expect(savedOf(outcome).content).toMatchObject({ customerId: null, pointOfSaleId: null });
  });
});

describe('a line', () => {
  test('costs what our price list says, whatever the browser claims', async () => {
    const cheap = buildLine({ productId: product.id, name: 'Free lunch', priceMinor: 0 });
    const { saved } = await newDraft(content({ lines: [cheap] }));

    expect(saved.content.lines).toMatchObject([{ name: 'Pierogi ruskie', priceMinor: 2_900 }]);
    expect(saved.totalMinor).toBe(2_900);
  });

  test('keeps the price it was added for when the price list changes', async () => {
    const { id, saved } = await newDraft();
    await db.product.update({ where: { id: product.id }, data: { priceMinor: 3_500 } });

    const [first] = saved.content.lines;
    const more = { ...saved.content, lines: first ? [{ ...first, quantity: 2 }] : [] };
    expect((await save(id, saved.content, more)).totalMinor).toBe(5_800);
  });

  test('costs what its point of sale asks, and keeps that when the price list of the point of sale changes', async () => {
    const here = { pointOfSaleId, productId: product.id };
    await createProductAt(db, { ...here, priceMinor: 3_100 });
    const { id, saved } = await newDraft();
    expect(saved.totalMinor).toBe(3_100);

    await db.pointOfSaleProduct.updateMany({ where: here, data: { priceMinor: 3_300 } });
    const again = await save(id, saved.content, { ...saved.content, comment: 'Cold' });
    expect(again.content.lines).toMatchObject([{ priceMinor: 3_100 }]);
  });

  test('of a draft costs what the point of sale asks that is chosen instead', async () => {
    const other = await createPointOfSale(db);
    await createProductAt(db, { pointOfSaleId: other.id, productId: product.id, priceMinor: 3_100 });
    const { id, saved } = await newDraft();

    const moved = await save(id, saved.content, { ...saved.content, pointOfSaleId: other.id });
    expect(moved).toMatchObject({ totalMinor: 3_100, content: { lines: [{ priceMinor: 3_100 }] } });
    expect((await save(id, moved.content, { ...moved.content, pointOfSaleId })).totalMinor).toBe(2_900);
  });

  test('of a product that does not exist is refused, and nothing is stored', async () => {
    const id = randomUUID();
    const mine = content({ lines: [buildLine()] });

    expect(await storeContent({ deliveryId: id, base: null, mine }, olga)).toEqual({ kind: 'productUnknown' });
    expect(await db.delivery.count({ where: { id } })).toBe(0);
  });

  test('of another delivery is refused, and stays where it is', async () => {
    const { id, saved } = await newDraft();
    const otherId = randomUUID();

    expect(await storeContent({ deliveryId: otherId, base: null, mine: saved.content }, oskar)).toEqual({
      kind: 'lineElsewhere',
    });
    expect(await db.delivery.count({ where: { id: otherId } })).toBe(0);
    expect((await findDelivery(id, olga))?.saved.content.lines).toEqual(saved.content.lines);
  });

  test('an amount that no cash desk can hold is refused', async () => {
    const dear = await createProduct(db, { priceMinor: 2_000_000_000 });
    const mine = content({ lines: [buildLine({ productId: dear.id, quantity: 2 })] });

    expect(await storeContent({ deliveryId: randomUUID(), base: null, mine }, olga)).toEqual({ kind: 'totalTooLarge' });
  });
});

describe('two operators on one delivery', () => {
  test('two saves in the same instant lose nothing', async () => {
    const { id, saved } = await newDraft();
    const base = saved.content;
    const edits = ['1', '2', '3', '4', '5', '6'].map((note) => ({ ...base, lines: [...base.lines, { ...line(), note }] }));

    await Promise.all(edits.map((mine, turn) => save(id, base, mine, turn % 2 ? olga : oskar)));

    const stored = await findDelivery(id, olga);
    expect(stored?.saved.content.lines.map((each) => each.note).sort()).toEqual(['', '1', '2', '3', '4', '5', '6']);
    expect(stored?.saved.totalMinor).toBe(7 * 2_900);
  });

  test('the same field is asked about: nothing is stored, and the answer says what stands and whose it is', async () => {
    const { id, saved } = await newDraft();
    await save(id, saved.content, { ...saved.content, street: 'Krucza 20' }, oskar);
    const mine = { ...saved.content, street: 'Puławska 12', comment: 'Cold' };

    expect(await storeContent({ deliveryId: id, base: saved.content, mine }, olga)).toMatchObject({
      kind: 'conflict',
      conflicts: [{ part: 'street' }],
      theirs: {
        content: { street: 'Krucza 20', comment: '' },
        lastChange: { byName: 'Oskar Operator', at: oskar.at.toISOString() },
      },
    });
    expect((await findDelivery(id, olga))?.saved.content).toMatchObject({ street: 'Krucza 20', comment: '' });
  });

  test('changes of one person in a row are one entry of the history', async () => {
    const { id, saved } = await newDraft();
    const once = await save(id, saved.content, { ...saved.content, street: 'Krucza 20' }, oskar);
    await save(id, once.content, { ...once.content, comment: 'Cold' }, oskar);

    expect((await findDelivery(id, olga))?.timeline.map((each) => each.type)).toEqual(['changed', 'created']);
  });

  test('a save that changes nothing raises no version', async () => {
    const { id, saved } = await newDraft();
    expect((await save(id, saved.content, saved.content, oskar)).version).toBe(saved.version);
  });
});

describe('sending', () => {
  test('[S0.16] a draft waits for its point of sale, with the amount on its history and an entry in the audit', async () => {
    const { id, saved } = await newDraft();
    const outcome = await storeSending({ deliveryId: id, version: saved.version }, olga);

    expect(outcome).toMatchObject({ kind: 'sent', saved: { status: 'sent', sentTotalMinor: 2_900 } });
    expect((await findDelivery(id, olga))?.timeline[0]).toMatchObject({
      type: 'sent',
      byName: 'Olga Operator',
      amountMinor: 2_900,
    });
    expect(await db.auditEntry.count({ where: { action: 'delivery.sent', subjectId: id } })).toBe(1);
  });

  test('a double press sends once', async () => {
    const { id, saved } = await newDraft();
    const press = () => storeSending({ deliveryId: id, version: saved.version }, olga);
    const outcomes = await Promise.all([press(), press()]);

    expect(outcomes.map((each) => each.kind)).toEqual(['sent', 'sent']);
    expect(await db.deliveryEvent.count({ where: { deliveryId: id, type: 'sent' } })).toBe(1);
  });

  test('[S0.15] what was added to a sent delivery is sent again, and it stays where it is', async () => {
    const { id, saved } = await newDraft();
    await storeSending({ deliveryId: id, version: saved.version }, olga);
    await db.delivery.update({ where: { id }, data: { status: 'cooking' } });
    const more = await save(id, saved.content, { ...saved.content, lines: [...saved.content.lines, line()] });

    expect(more).toMatchObject({ totalMinor: 5_800, sentTotalMinor: 2_900, status: 'cooking' });
    expect(await storeSending({ deliveryId: id, version: more.version }, olga)).toMatchObject({
      kind: 'sent',
      saved: { status: 'cooking', sentTotalMinor: 5_800 },
    });
  });

  test('[S0.16a] a rejected one can be sent to another point of sale', async () => {
    const { id, saved } = await newDraft();
    await storeSending({ deliveryId: id, version: saved.version }, olga);
    await db.delivery.update({ where: { id }, data: { status: 'rejected' } });
    const other = await createPointOfSale(db);
    const moved = await save(id, saved.content, { ...saved.content, pointOfSaleId: other.id });

    expect(await storeSending({ deliveryId: id, version: moved.version }, olga)).toMatchObject({
      saved: { status: 'sent' },
      hearers: ['deliveries', `point-of-sale:${pointOfSaleId}`, `point-of-sale:${other.id}`],
    });
  });

  test('what a colleague changed since is shown first', async () => {
    const { id, saved } = await newDraft();
    await save(id, saved.content, { ...saved.content, comment: 'Cold' }, oskar);

    expect(await storeSending({ deliveryId: id, version: saved.version }, olga)).toMatchObject({
      kind: 'conflict',
      theirs: { content: { comment: 'Cold' } },
    });
  });

  test('one that lacks something stays a draft, and says what', async () => {
    const { id, saved } = await newDraft(content({ lines: [], street: '' }));

    expect(await storeSending({ deliveryId: id, version: saved.version }, olga)).toEqual({
      kind: 'incomplete',
      problems: [
        { field: 'street', problem: 'noStreet' },
        { field: 'lines', problem: 'noLines' },
      ],
    });
    expect((await findDelivery(id, olga))?.saved.status).toBe('draft');
  });

  test('a dish that was sold out there meanwhile keeps it a draft, and is named', async () => {
    const { id, saved } = await newDraft();
    await createProductAt(db, { pointOfSaleId, productId: product.id, isAvailable: false });
    const send = () => storeSending({ deliveryId: id, version: saved.version }, olga);

    expect(await send()).toEqual({
      kind: 'incomplete',
      problems: [{ field: 'lines', problem: 'soldOut', products: ['Pierogi ruskie'] }],
    });
    await db.pointOfSaleProduct.deleteMany({ where: { productId: product.id } });
    expect(await send()).toMatchObject({ kind: 'sent' });
  });

  test('[S0.15] a dish that the kitchen has stays when it is sold out, and the rest can change', async () => {
    const { id, saved } = await newDraft();
    await storeSending({ deliveryId: id, version: saved.version }, olga);
    await db.product.update({ where: { id: product.id }, data: { archivedAt: at('15:10:00') } });
    const changed = await save(id, saved.content, { ...saved.content, comment: 'Cold' });

    expect(await storeSending({ deliveryId: id, version: changed.version }, olga)).toMatchObject({ kind: 'sent' });
  });

  test('a number that cannot be read reaches nobody: a name is needed', async () => {
    const { id, saved } = await newDraft(content({ phone: 'abc' }));

    expect(await storeSending({ deliveryId: id, version: saved.version }, olga)).toEqual({
      kind: 'incomplete',
      problems: [{ field: 'phone', problem: 'nobody' }],
    });
  });

  test('the address is offered for the customer’s next delivery, once', async () => {
    const customer = await createCustomer(db);
    await createAddress(db, { customerId: customer.id, street: 'Stara 1', flat: '', district: '', city: '' });
    const send = async (street: string) => {
      const { id, saved } = await newDraft(content({ customerId: customer.id, customerName: customer.name, street }));
      await storeSending({ deliveryId: id, version: saved.version }, olga);
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
    const { id, saved } = await newDraft();

    expect(await storeCancelling({ deliveryId: id, reason: '' }, olga)).toMatchObject({ kind: 'cancelled' });
    expect(await storeContent({ deliveryId: id, base: saved.content, mine: content() }, olga)).toEqual({ kind: 'closed' });
    expect(await storeSending({ deliveryId: id, version: 2 }, olga)).toEqual({ kind: 'closed' });
  });

  test('what a kitchen knows of needs a reason', async () => {
    const { id, saved } = await newDraft();
    await storeSending({ deliveryId: id, version: saved.version }, olga);

    expect(await storeCancelling({ deliveryId: id, reason: ' ' }, olga)).toEqual({ kind: 'reasonMissing' });
    expect(await storeCancelling({ deliveryId: id, reason: 'Customer called off' }, olga)).toMatchObject({ kind: 'cancelled' });
    expect((await findDelivery(id, olga))?.timeline[0]).toMatchObject({ type: 'cancelled', reason: 'Customer called off' });
  });

  test('the kitchen that was sent it hears of it, whichever point of sale it names by now', async () => {
    const { id, saved } = await newDraft();
    await storeSending({ deliveryId: id, version: saved.version }, olga);
    await save(id, saved.content, { ...saved.content, pointOfSaleId: null });

    expect(await storeCancelling({ deliveryId: id, reason: 'Customer called off' }, olga)).toMatchObject({
      hearers: ['deliveries', `point-of-sale:${pointOfSaleId}`],
    });
  });

  test('pressed twice it is cancelled once', async () => {
    const { id } = await newDraft();
    const press = () => storeCancelling({ deliveryId: id, reason: '' }, olga);
    await Promise.all([press(), press()]);

    expect(await db.deliveryEvent.count({ where: { deliveryId: id, type: 'cancelled' } })).toBe(1);
  });
});
