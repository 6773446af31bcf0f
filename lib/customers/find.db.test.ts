import { describe, expect, test } from 'vitest';
import { createAddress, createCustomer, createDriver } from '../../prisma/factories/customers.ts';
import { createDelivery, createProduct } from '../../prisma/factories/deliveries.ts';
import { db } from '../db/client.ts';
import { findCustomerFacts } from './facts-queries.ts';
import { findCustomers, listCustomers, PAGE_ROWS } from './list-queries.ts';
import { CustomerFilter, pageKey } from './schema.ts';

const now = new Date('2026-11-24T12:00:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 24 * 60 * 60_000);
const find = async (text: string, country = 'PL') => (await findCustomers(text, country, now)).map(({ name }) => name);
const list = async (text: string) => (await listCustomers({ text }, 'PL')).rows.map(({ name }) => name);

describe('finding customers', () => {
  test.each(['+49301234567', '0049301234567', '030 1234567', '(030) 1/23-45 67', 'sip:0301234567@pbx.example;user=phone'])(
    '[R28] %s finds the one customer who has it',
    async (typed) => {
      await db.customer.deleteMany();
      await createCustomer(db, { name: 'Gerda Berlin', numbers: ['+49301234567'] });
      expect(await find(typed, 'DE')).toEqual(['Gerda Berlin']);
    },
  );

  test.each(['600100', '0048 600 10', '+48 600-100', '100777', '777', '646882'])(
    '[S0.17] a part of a number is enough: %s',
    async (typed) => {
      await db.customer.deleteMany();
      await createCustomer(db, { name: 'Part', numbers: ['+48791000001', '+48600100777', '+48730646882'] });
      expect(await list(typed)).toEqual(['Part']);
      if (typed !== '777') expect(await find(typed)).toEqual(['Part']);
    },
  );

  test('[R29] a withheld caller is nobody, whoever has no number', async () => {
    await createCustomer(db, { name: 'Numberless' });
    for (const typed of ['', '0000', 'anonymous', 'unknown']) expect(await find(typed)).toEqual([]);
    expect(await list('0000')).toEqual([]);
  });

  test('[R28] a driver is no customer, even with that number', async () => {
    await createDriver(db, { name: 'Driver', numbers: ['+48791000099'] });
    expect(await find('+48791000099')).toEqual([]);
  });

  test('[R30] a number that many share finds a few of them', async () => {
    for (let index = 0; index < 12; index += 1) await createCustomer(db, { name: `Shared ${index}`, numbers: ['+48791000050'] });
    expect(await find('791000050')).toHaveLength(8);
  });

  test('accents and capitals make no difference, and a company counts as a name', async () => {
    await createCustomer(db, { name: 'Łucja Żółć', company: 'Wójcik i Syn' });
    expect(await find('lucja zolc')).toEqual(['Łucja Żółć']);
    expect(await list('SYN wójcik')).toEqual(['Łucja Żółć']);
  });

  test('[R26] what means something to SQL is text', async () => {
    await createCustomer(db, { name: "100%_'); DROP" });
    expect(await find("100%_'); drop")).toEqual(["100%_'); DROP"]);
    expect(await find('%%%%')).toEqual([]);
  });

  test('[S0.16b] one who ordered in the last 90 days comes first, with when and from where', async () => {
    const [long, lately, never] = [
      await createCustomer(db, { name: 'Bogna A', numbers: ['+48791000060'] }),
      await createCustomer(db, { name: 'Bogna C' }),
      await createCustomer(db, { name: 'Bogna B' }),
    ];
    await createAddress(db, { customerId: lately.id, street: 'Dolna 1', lastUsedAt: daysAgo(80) });
    await createAddress(db, { customerId: lately.id, street: 'Dolna 2', lastUsedAt: daysAgo(8) });
    await createDelivery(db, { customerId: long.id, status: 'delivered', wantedAt: daysAgo(91) });
    await createDelivery(db, { customerId: lately.id, status: 'delivered', wantedAt: daysAgo(89) });
    await createDelivery(db, { customerId: never.id, status: 'cancelled', wantedAt: daysAgo(1) });

    const found = await findCustomers('bogna', 'PL', now);

    expect(found.map(({ id }) => id)).toEqual([lately.id, long.id, never.id]);
    expect(found[0]).toMatchObject({ address: { street: 'Dolna 2' }, lastOrderAt: daysAgo(89).toISOString() });
    expect(found[2]).toMatchObject({ lastOrderAt: null });
  });
});

describe('the list of customers', () => {
  test('a page ends where the next begins, also between people of one name', async () => {
    await db.customer.deleteMany();
    for (let index = 0; index < PAGE_ROWS + 5; index += 1) await createCustomer(db, { name: index < 3 ? 'Adam' : 'Jan Nowak' });

    const first = await listCustomers({}, 'PL');
    const last = first.rows.at(-1);
    const { after } = CustomerFilter.parse({ after: last && pageKey(last) });
    const second = await listCustomers({ after }, 'PL');

    expect([first.rows.length, first.hasMore, second.rows.length, second.hasMore]).toEqual([PAGE_ROWS, true, 5, false]);
    expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(PAGE_ROWS + 5);
  });

  test('[S0.17] a row has the main number, says whether it is whole, and counts orders, not drafts', async () => {
    const { id } = await createCustomer(db, { name: 'Rowena', numbers: ['+4879100006', '+48791000061'] });
    await createDelivery(db, { customerId: id, status: 'delivered', wantedAt: daysAgo(3) });
    await createDelivery(db, { customerId: id, status: 'draft', wantedAt: daysAgo(1) });

    const { rows } = await listCustomers({ text: 'rowena' }, 'PL');

    expect(rows).toMatchObject([
      { id, number: { e164: '+4879100006', isCallable: false }, orderCount: 1, lastOrderAt: daysAgo(3) },
    ]);
  });
});

describe('what a delivery needs to know of its customer', () => {
  test('[S0.16b] how many orders, for how much, and from when to when; beyond the range of one amount too', async () => {
    const { id } = await createCustomer(db);
    for (const days of [400, 30, 2]) {
      await createDelivery(db, { customerId: id, status: 'delivered', wantedAt: daysAgo(days), totalMinor: 2_000_000_000 });
    }
    await createDelivery(db, { customerId: id, status: 'cancelled', wantedAt: daysAgo(1), totalMinor: 5 });

    expect((await findCustomerFacts(id))?.statistics).toEqual({
      count: 3,
      valueMinor: 6_000_000_000,
      firstAt: daysAgo(400).toISOString(),
      lastAt: daysAgo(2).toISOString(),
    });
  });

  test('the last orders come with products as they are today, and without those that are not sold', async () => {
    const { id } = await createCustomer(db);
    const soup = await createProduct(db, { name: 'Soup', priceMinor: 1500 });
    const gone = await createProduct(db, { name: 'Gone', archivedAt: now });
    const lines = [soup, gone].map((product) => ({ product: { ...product, priceMinor: 900 }, quantity: 2 }));
    await createDelivery(db, { customerId: id, status: 'delivered', wantedAt: daysAgo(2), lines });

    const facts = await findCustomerFacts(id);

    expect(facts?.orders[0]?.lines).toMatchObject([
      { name: 'Soup', quantity: 2, today: { id: soup.id, priceMinor: 1500 } },
      { name: 'Gone', today: null },
    ]);
  });

  test('a customer whom nobody knows is none', async () => {
    expect(await findCustomerFacts('00000000-0000-4000-8000-000000000000')).toBeNull();
  });
});
