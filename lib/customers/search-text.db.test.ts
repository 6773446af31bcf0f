import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createAddress, createCustomer } from '../../prisma/factories/customers.ts';
import { createDelivery } from '../../prisma/factories/deliveries.ts';
import { db, pool } from '../db/client.ts';
import { newId } from '../new-id.ts';

const textOf = async (id: string) => (await db.customer.findUniqueOrThrow({ where: { id } })).searchText.trim();

async function fold(typed: string): Promise<{ words: string; patterns: string[] }> {
  const { rows } = await pool().query('select search_words($1) as words, search_patterns($1) as patterns', [typed]);
  return rows[0];
}

describe('what is stored and what is typed, folded', () => {
  test.each([
    ['Żółć ŁÓDŹ', 'zolc lodz'],
    ['Straße Ærø Đorđe', 'strasse aero dorde'],
    ['z\u0307o\u0301łć', 'zolc'],
    ['O’Brien & Wójcik (5/7)', 'obrien wojcik 5 7'],
    ['  a \t\u00a0 b ', 'a b'],
  ])('%s is %s', async (typed, words) => {
    expect((await fold(typed)).words).toBe(words);
  });

  test('[R26] nothing is left that means something to `like`', async () => {
    const written = fc.string({
      unit: fc.constantFrom('%', '_', '\\', "'", 'a', 'Ż', ' ', '½', '％', '＼', '🙂'),
      maxLength: 20,
    });
    await fc.assert(
      fc.asyncProperty(written, async (typed) => {
        const { words, patterns } = await fold(typed);
        expect(words).not.toMatch(/[%_\\]/);
        for (const pattern of patterns) expect(pattern).toMatch(/^% ?[^%]+%$/);
      }),
      { numRuns: 60 },
    );
  });

  test('fewer than three letters mean the beginning of a word: there is no trigram in them', async () => {
    expect((await fold('i Syn 24 ab')).patterns).toEqual(['% i%', '%syn%', '% 24%', '% ab%']);
    expect((await fold('% → 🙂')).patterns).toEqual([]);
  });
});

describe('[S0.17] what is searched of a customer follows', () => {
  test('the name, the company and the town', async () => {
    const { id } = await createCustomer(db, { name: 'Żaneta Łoś', company: 'Łoś i Córki', city: 'Łódź' });
    expect(await textOf(id)).toBe('zaneta los los i corki lodz');

    await db.customer.update({ where: { id }, data: { name: 'Żaneta Sarna', company: null } });
    expect(await textOf(id)).toBe('zaneta sarna lodz');
  });

  test('each address: added, changed, given to another, taken away', async () => {
    const [one, other] = [
      await createCustomer(db, { name: 'One', city: null }),
      await createCustomer(db, { name: 'Other', city: null }),
    ];
    const { id } = await createAddress(db, {
      customerId: one.id,
      street: 'Świętojańska 5',
      flat: '7',
      district: 'Śródmieście',
      city: 'Gdynia',
    });
    expect(await textOf(one.id)).toBe('one swietojanska 5 7 srodmiescie gdynia');

    await db.address.update({ where: { id }, data: { street: 'Dolna 9', flat: '', district: '' } });
    expect(await textOf(one.id)).toBe('one dolna 9 gdynia');

    await db.address.update({ where: { id }, data: { customerId: other.id } });
    expect([await textOf(one.id), await textOf(other.id)]).toEqual(['one', 'other dolna 9 gdynia']);

    await db.address.delete({ where: { id } });
    expect(await textOf(other.id)).toBe('other');
  });

  test('each contact person: added, renamed, taken away', async () => {
    const { id } = await createCustomer(db, { name: 'Lis Logistics', city: null });
    const person = await db.contactPerson.create({ data: { customerId: id, name: 'Teresa Lis' } });
    expect(await textOf(id)).toBe('lis logistics teresa lis');

    await db.contactPerson.update({ where: { id: person.id }, data: { name: 'Teresa Wilk', position: 'Boss' } });
    expect(await textOf(id)).toBe('lis logistics teresa wilk');

    await db.contactPerson.delete({ where: { id: person.id } });
    expect(await textOf(id)).toBe('lis logistics');
  });

  test('many written at once', async () => {
    const customers = Array.from({ length: 300 }, (_, index) => ({ id: newId(), name: `Masowy ${index}` }));
    await db.customer.createMany({ data: customers });
    await db.address.createMany({ data: customers.map(({ id }, index) => ({ customerId: id, street: `Łąkowa ${index}` })) });
    expect(await db.customer.count({ where: { searchText: { contains: ' lakowa ' }, name: { startsWith: 'Masowy' } } })).toBe(
      300,
    );

    await db.address.updateMany({ where: { street: { startsWith: 'Łąkowa' } }, data: { street: 'Żwirowa' } });
    expect(await db.customer.count({ where: { searchText: { endsWith: ' zwirowa' } } })).toBe(300);

    await db.address.deleteMany({ where: { street: 'Żwirowa' } });
    expect(await db.customer.count({ where: { searchText: { contains: 'zwirowa' } } })).toBe(0);
  });

  test('two addresses added in one instant: neither is forgotten', async () => {
    const { id } = await createCustomer(db, { name: 'Racer', city: null });
    const [one, other] = [await pool().connect(), await pool().connect()];
    const add = (street: string) => ({
      text: 'insert into "Address" (id, "customerId", street) values (gen_random_uuid(), $1, $2)',
      values: [id, street],
    });
    try {
      await one.query('begin');
      await other.query('begin');
      await one.query(add('Pierwsza'));
      const second = other.query(add('Druga'));
      await one.query('commit');
      await second;
      await other.query('commit');
    } finally {
      one.release();
      other.release();
    }
    expect((await textOf(id)).split(' ').toSorted()).toEqual(['druga', 'pierwsza', 'racer']);
  });

  test('not the time an address was last used: each delivery changes that', async () => {
    const { id } = await createCustomer(db, { name: 'Idle' });
    const address = await createAddress(db, { customerId: id });
    const versionOf = async () => (await pool().query('select xmin from "Customer" where id = $1', [id])).rows[0].xmin;

    const before = await versionOf();
    await db.address.update({ where: { id: address.id }, data: { lastUsedAt: new Date() } });
    expect(await versionOf()).toBe(before);
  });
});

test('what is searched of a delivery follows its name, phone and address', async () => {
  const { id } = await createDelivery(db, {
    customerName: 'Łucja',
    phoneE164: '+48600100777',
    street: 'Żelazna 3',
    flat: '',
    district: 'Wola',
    city: '',
  });
  const read = async () => (await db.delivery.findUniqueOrThrow({ where: { id } })).searchText;
  expect(await read()).toBe(' lucja 48600100777 zelazna 3 wola');

  await db.delivery.update({ where: { id }, data: { street: 'Chłodna 4', status: 'ready' } });
  expect(await read()).toBe(' lucja 48600100777 chlodna 4 wola');
});
