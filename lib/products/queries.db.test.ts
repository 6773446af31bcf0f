import { beforeEach, describe, expect, test } from 'vitest';
import { createCustomer } from '../../prisma/factories/customers.ts';
import { createDelivery, createPointOfSale, createProduct, createProductAt } from '../../prisma/factories/deliveries.ts';
import { db } from '../db/client.ts';
import { foldText } from '../folded-text.ts';
import { findFrequentProducts, findLackingProducts, findOffers, findProducts } from './queries.ts';

let mokotow: string;
let praga: string;

beforeEach(async () => {
  await db.delivery.deleteMany();
  await db.product.deleteMany();
  mokotow = (await createPointOfSale(db)).id;
  praga = (await createPointOfSale(db)).id;
});

const codes = (found: { code: string }[]) => found.map((each) => each.code);

describe('findProducts', () => {
  test('finds by words of the name without accents, by code, and marks what is sold out', async () => {
    await createProduct(db, { code: 'NA77', name: 'Kompot wiśniowy 1 l' });
    await createProduct(db, { code: 'NA78', name: 'Sok wiśniowy 1 l', isAvailable: false });

    expect(await findProducts('wisniowy', null)).toMatchObject([{ code: 'NA77' }, { code: 'NA78', isAvailable: false }]);
    expect(await findProducts('KOMPOT wiś', null)).toMatchObject([{ code: 'NA77' }]);
    expect(await findProducts('na78', null)).toMatchObject([{ name: 'Sok wiśniowy 1 l' }]);
  });

  test('PostgreSQL folds letter by letter what is folded here', async () => {
    const accented = 'ąćęłńóśźżáàâäãåčçďéèêëěíìîïñňôöòőõřšťúùûüůűýžß';
    const { id } = await createProduct(db, { code: 'ŻÓŁĆ', name: accented.toUpperCase().replace('SS', 'ß') });
    const { searchText } = await db.product.findUniqueOrThrow({ where: { id } });
    expect(searchText).toBe(foldText(`ŻÓŁĆ ${accented}`));
  });

  test('a mere number is a quantity on its way, not a digit of some code or name; a very code it may be', async () => {
    await createProduct(db, { code: 'PI02', name: 'Pierogi, 12 szt.' });
    await createProduct(db, { code: '12', name: 'Zestaw' });

    expect(await findProducts('2', null)).toEqual([]);
    expect(codes(await findProducts('12', null))).toEqual(['12']);
  });

  test('a percent sign is a percent sign', async () => {
    await createProduct(db, { name: 'Kompot' });
    expect(await findProducts('%', null)).toEqual([]);
  });

  test('the price and whether it is sold out are those of the chosen point of sale', async () => {
    const { id: productId } = await createProduct(db, { code: 'PZ91', priceMinor: 5_400 });
    await createProductAt(db, { productId, pointOfSaleId: mokotow, priceMinor: 5_900 });
    await createProductAt(db, { productId, pointOfSaleId: praga, priceMinor: null, isAvailable: false });

    expect(await findProducts('pz91', mokotow)).toMatchObject([{ priceMinor: 5_900, isAvailable: true }]);
    expect(await findProducts('pz91', praga)).toMatchObject([{ priceMinor: 5_400, isAvailable: false }]);
    expect(await findProducts('pz91', null)).toMatchObject([{ priceMinor: 5_400, isAvailable: true }]);
  });

  test('what is off the menu is not found', async () => {
    await createProduct(db, { code: 'PZ92', archivedAt: new Date() });
    expect(await findProducts('pz92', null)).toEqual([]);
  });

  test('the very code comes first, however many begin with it', async () => {
    for (let number = 1; number <= 20; number += 1) await createProduct(db, { code: `A1${number}`, name: `A ${number}` });
    await createProduct(db, { code: 'A1', name: 'Zupa dnia', isAvailable: false });

    expect(codes(await findProducts('a1', null))[0]).toBe('A1');
  });
});

describe('what is offered before anything is typed', () => {
  test('what the customer had most often, then what all had lately, nothing twice', async () => {
    const customer = await createCustomer(db);
    const [soup, bread, juice] = [
      await createProduct(db, { code: 'SOUP' }),
      await createProduct(db, { code: 'BREAD' }),
      await createProduct(db, { code: 'JUICE' }),
    ];
    await createDelivery(db, { customerId: customer.id, lines: [bread, soup].map((product) => ({ product, quantity: 1 })) });
    await createDelivery(db, { customerId: customer.id, lines: [{ product: soup, quantity: 9 }] });
    await createDelivery(db, { customerId: customer.id, status: 'cancelled', lines: [{ product: juice, quantity: 1 }] });
    await createDelivery(db, { lines: [soup, juice].map((product) => ({ product, quantity: 1 })) });

    expect(codes(await findFrequentProducts(customer.id, null))).toEqual(['SOUP', 'BREAD']);
    const offers = await findOffers(customer.id, null);
    expect([codes(offers.often), codes(offers.popular)]).toEqual([['SOUP', 'BREAD'], ['JUICE']]);
    expect(await findOffers(null, null)).toMatchObject({ often: [] });
  });

  test('what is sold out there is not offered', async () => {
    const soup = await createProduct(db, { code: 'SOUP' });
    await createDelivery(db, { lines: [{ product: soup, quantity: 1 }] });
    await createProductAt(db, { productId: soup.id, pointOfSaleId: praga, isAvailable: false });

    expect((await findOffers(null, praga)).popular).toEqual([]);
    expect(codes((await findOffers(null, mokotow)).popular)).toEqual(['SOUP']);
  });
});

test('a product is lacking where it is sold out, everywhere, or off the menu', async () => {
  const [fine, here, everywhere, archived] = [
    await createProduct(db),
    await createProduct(db),
    await createProduct(db, { isAvailable: false }),
    await createProduct(db, { archivedAt: new Date() }),
  ];
  await createProductAt(db, { productId: here.id, pointOfSaleId: mokotow, isAvailable: false });
  const ids = [fine, here, everywhere, archived].map(({ id }) => id);
  const lacksAt = async (point: string | null) => {
    const lacks = await findLackingProducts(ids, point);
    return ids.map((id) => lacks.find((each) => each.productId === id)?.lack ?? null);
  };

  expect(await lacksAt(mokotow)).toEqual([null, 'soldOutHere', 'soldOut', 'offMenu']);
  expect(await lacksAt(praga)).toEqual([null, null, 'soldOut', 'offMenu']);
  expect(await lacksAt(null)).toEqual([null, null, 'soldOut', 'offMenu']);
});
