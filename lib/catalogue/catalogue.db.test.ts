import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { createCategory, createPointOfSale, createProduct, createProductAt } from '../../prisma/factories/deliveries.ts';
import { createUser } from '../../prisma/factories/people.ts';
import { db } from '../db/client.ts';
import { storeCategoryChange, storeNewCategory } from './category-store.ts';
import { CatalogueFilter } from './filter.ts';
import { listProducts, PAGE_ROWS, readCatalogue } from './queries.ts';
import type { ChangeProduct } from './schema.ts';
import { storeNewProduct, storeProductChange } from './store.ts';

let admin: { userId: string; at: Date };

beforeEach(async () => {
  await db.product.deleteMany();
  await db.category.deleteMany();
  await db.pointOfSale.deleteMany();
  admin = { userId: (await createUser(db, { role: 'admin' })).id, at: new Date('2026-11-22T15:00:00Z') };
});

const change = (input: ChangeProduct) => storeProductChange(input, admin);
const filter = (query: Record<string, string>) => CatalogueFilter.parse(query);

describe('the list', () => {
  test('has the order of the menu: categories by their place, products by their code', async () => {
    const [soups, pizza] = [await createCategory(db, { position: 1 }), await createCategory(db, { position: 0 })];
    await createProduct(db, { code: 'ZU01', categoryId: soups.id });
    await createProduct(db, { code: 'PZ02', categoryId: pizza.id });
    await createProduct(db, { code: 'PZ01', categoryId: pizza.id });

    expect((await listProducts({})).rows.map((row) => row.code)).toEqual(['PZ01', 'PZ02', 'ZU01']);
  });

  test('pages meet without a gap or a repeat', async () => {
    const [one, other] = [await createCategory(db), await createCategory(db)];
    for (let number = 0; number < PAGE_ROWS + 3; number += 1) {
      await createProduct(db, { code: `P${number}`, categoryId: number % 2 ? one.id : other.id });
    }
    const first = await listProducts({});
    const second = await listProducts({ after: first.next ?? '' });

    expect(second.next).toBeNull();
    const codes = [...first.rows, ...second.rows].map((row) => row.code);
    expect([codes.length, new Set(codes).size]).toEqual([PAGE_ROWS + 3, PAGE_ROWS + 3]);
  });

  test('is searched without accents, and filtered by category, archive and what is sold out somewhere', async () => {
    const [category, point] = [await createCategory(db), await createPointOfSale(db)];
    await createProduct(db, { code: 'A', name: 'Żurek', categoryId: category.id });
    const here = await createProduct(db, { code: 'B', name: 'Bigos' });
    await createProductAt(db, { productId: here.id, pointOfSaleId: point.id, isAvailable: false });
    await createProduct(db, { code: 'C', name: 'Flaki', isAvailable: false });
    await createProduct(db, { code: 'D', name: 'Stary żurek', archivedAt: new Date() });
    const found = async (query: Record<string, string>) => (await listProducts(filter(query))).rows.map((row) => row.code).sort();

    expect(await found({ text: 'zurek' })).toEqual(['A']);
    expect(await found({ category: category.id })).toEqual(['A']);
    expect(await found({ show: 'soldOut' })).toEqual(['B', 'C']);
    expect(await found({ show: 'archived' })).toEqual(['D']);
    expect(await found({ show: 'nonsense', category: 'none', after: 'x' })).toEqual(['A', 'B', 'C']);
  });

  test('a column for each of four points of sale, one chosen of five', async () => {
    for (const name of ['A', 'B', 'C', 'D']) await createPointOfSale(db, { name });
    expect((await readCatalogue({})).shownPoints.map(({ name }) => name)).toEqual(['A', 'B', 'C', 'D']);

    const { id } = await createPointOfSale(db, { name: 'E' });
    expect((await readCatalogue({})).shownPoints.map(({ name }) => name)).toEqual(['A']);
    expect((await readCatalogue({ point: id })).shownPoints.map(({ name }) => name)).toEqual(['E']);
  });

  test('carries the prices of the columns it shows, and no others', async () => {
    const [here, elsewhere] = [await createPointOfSale(db, { name: 'A' }), await createPointOfSale(db, { name: 'E' })];
    for (const name of ['B', 'C', 'D']) await createPointOfSale(db, { name });
    const { id: productId } = await createProduct(db);
    await createProductAt(db, { productId, pointOfSaleId: here.id, priceMinor: 5_900 });
    await createProductAt(db, { productId, pointOfSaleId: elsewhere.id, priceMinor: 6_900 });

    expect((await readCatalogue({})).rows[0]?.prices).toMatchObject([{ pointOfSaleId: here.id, priceMinor: 5_900 }]);
    expect((await readCatalogue({ point: elsewhere.id })).rows[0]?.prices).toMatchObject([{ priceMinor: 6_900 }]);
  });
});

describe('a product', () => {
  test('is added once: of two at the same code the second learns which product has it', async () => {
    const { id: categoryId } = await createCategory(db);
    const add = (name: string) => storeNewProduct({ code: 'PZ01', name, categoryId, priceMinor: 2_900 }, admin);
    const outcomes = await Promise.all([add('Margherita'), add('Margherita')]);

    expect(outcomes.map((each) => each.kind).sort()).toEqual(['codeTaken', 'stored']);
    expect(outcomes.find((each) => each.kind === 'codeTaken')).toEqual({ kind: 'codeTaken', by: 'Margherita' });
  });

  test('a code that another has is refused, and nothing is changed', async () => {
    const [one, other] = [await createProduct(db, { code: 'A' }), await createProduct(db, { code: 'B', name: 'Bigos' })];

    expect(await change({ change: 'code', productId: one.id, code: other.code })).toEqual({ kind: 'codeTaken', by: 'Bigos' });
    expect(await db.product.findUnique({ where: { id: one.id } })).toMatchObject({ code: 'A' });
    expect(await db.auditEntry.count({ where: { subjectId: one.id } })).toBe(0);
  });

  test('every change is in the audit, with what was and what is; what is so already is no change', async () => {
    const { id: productId } = await createProduct(db, { priceMinor: 2_900 });
    const { id: pointOfSaleId } = await createPointOfSale(db);

    expect(await change({ change: 'price', productId, priceMinor: 3_100 })).toMatchObject({ isChanged: true });
    expect(await change({ change: 'price', productId, priceMinor: 3_100 })).toMatchObject({ isChanged: false });
    await change({ change: 'soldOut', productId, pointOfSaleId, isSoldOut: true });

    const entries = await db.auditEntry.findMany({ where: { subjectId: productId }, orderBy: { id: 'asc' } });
    expect(entries).toMatchObject([
      { action: 'product.changed', userId: admin.userId, details: { change: 'price', from: 2_900, to: 3_100 } },
      { details: { change: 'soldOut', pointOfSaleId, from: true, to: false } },
    ]);
  });

  test('what a point of sale does as all others do needs no row', async () => {
    const { id: productId } = await createProduct(db);
    const { id: pointOfSaleId } = await createPointOfSale(db);
    const at = () => db.pointOfSaleProduct.findMany({ select: { priceMinor: true, isAvailable: true }, where: { productId } });

    await change({ change: 'priceAt', productId, pointOfSaleId, priceMinor: 3_100 });
    await change({ change: 'soldOut', productId, pointOfSaleId, isSoldOut: true });
    expect(await at()).toEqual([{ priceMinor: 3_100, isAvailable: false }]);
    await change({ change: 'priceAt', productId, pointOfSaleId, priceMinor: null });
    await change({ change: 'soldOut', productId, pointOfSaleId, isSoldOut: false });
    expect(await at()).toEqual([]);
  });

  test('two admins at one cell in the same instant: both are answered, one price stands', async () => {
    const { id: productId } = await createProduct(db);
    const { id: pointOfSaleId } = await createPointOfSale(db);
    const prices = [1_000, 2_000, 3_000, 4_000];

    const outcomes = await Promise.all(
      prices.map((priceMinor) => change({ change: 'priceAt', productId, pointOfSaleId, priceMinor })),
    );
    expect(outcomes.map((each) => each.kind)).toEqual(prices.map(() => 'stored'));
    expect(await db.pointOfSaleProduct.count({ where: { productId } })).toBe(1);
  });

  test('is archived and put back; what is not there is not found', async () => {
    const { id: productId } = await createProduct(db);
    await change({ change: 'archived', productId, isArchived: true });
    expect(await db.product.findUnique({ where: { id: productId } })).toMatchObject({ archivedAt: admin.at });
    await change({ change: 'archived', productId, isArchived: false });
    expect(await db.product.findUnique({ where: { id: productId } })).toMatchObject({ archivedAt: null });

    expect(await change({ change: 'name', productId: randomUUID(), name: 'x' })).toEqual({ kind: 'notFound' });
    expect(await change({ change: 'category', productId, categoryId: randomUUID() })).toEqual({ kind: 'notFound' });
    const nowhere = randomUUID();
    expect(await change({ change: 'priceAt', productId, pointOfSaleId: nowhere, priceMinor: 1 })).toEqual({ kind: 'notFound' });
  });
});

describe('categories', () => {
  const names = async () => (await readCatalogue({})).categories.map(({ name }) => name);

  test('are added last, renamed and moved, also by two at once', async () => {
    for (const name of ['Pizza', 'Zupy', 'Desery']) await storeNewCategory({ name }, admin);
    const desserts = await db.category.findFirstOrThrow({ where: { name: 'Desery' } });
    const up = () => storeCategoryChange({ change: 'moveUp', categoryId: desserts.id }, admin);

    expect(await names()).toEqual(['Pizza', 'Zupy', 'Desery']);
    await Promise.all([up(), up()]);
    expect(await names()).toEqual(['Desery', 'Pizza', 'Zupy']);
    expect(await up()).toEqual({ kind: 'stored', isChanged: false });
    await storeCategoryChange({ change: 'name', categoryId: desserts.id, name: 'Słodycze' }, admin);
    expect(await names()).toEqual(['Słodycze', 'Pizza', 'Zupy']);
    expect(await db.auditEntry.count({ where: { action: 'category.changed', subjectId: desserts.id } })).toBe(4);
  });

  test('no two have one name', async () => {
    expect(await storeNewCategory({ name: 'Pizza' }, admin)).toMatchObject({ kind: 'stored' });
    expect(await storeNewCategory({ name: 'Pizza' }, admin)).toEqual({ kind: 'nameTaken' });
  });

  test('only an empty one is deleted, an archived product counts', async () => {
    const { id: categoryId } = await createCategory(db);
    const product = await createProduct(db, { categoryId, archivedAt: new Date() });

    expect(await storeCategoryChange({ change: 'delete', categoryId }, admin)).toEqual({ kind: 'notEmpty', count: 1 });
    await db.product.delete({ where: { id: product.id } });
    expect(await storeCategoryChange({ change: 'delete', categoryId }, admin)).toMatchObject({ kind: 'stored' });
    expect(await names()).toEqual([]);
  });
});
