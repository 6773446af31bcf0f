import { randomUUID } from 'node:crypto';
import type { Prisma } from '../../lib/db/generated/client.ts';
import { displayNumber } from '../../lib/phone-number.ts';

type Store = Prisma.TransactionClient;

export function buildPointOfSale(overrides: Partial<Prisma.PointOfSaleCreateManyInput> = {}) {
  const id = overrides.id ?? randomUUID();
  return { name: `Point of sale ${id}`, address: 'Puławska 1, Warszawa', capacity: 12, ...overrides, id };
}

export function createPointOfSale(db: Store, overrides: Partial<Prisma.PointOfSaleCreateManyInput> = {}) {
  return db.pointOfSale.create({ data: buildPointOfSale(overrides) });
}

export function buildCategory(overrides: Partial<Prisma.CategoryCreateManyInput> = {}) {
  const id = overrides.id ?? randomUUID();
  return { name: `Category ${id}`, position: 0, ...overrides, id };
}

export function createCategory(db: Store, overrides: Partial<Prisma.CategoryCreateManyInput> = {}) {
  return db.category.create({ data: buildCategory(overrides) });
}

export function buildProduct(overrides: Partial<Prisma.ProductCreateManyInput> & { categoryId: string }) {
  const id = overrides.id ?? randomUUID();
  return { code: id, name: 'Pierogi ruskie', priceMinor: 2900, isAvailable: true, ...overrides, id };
}

/** In a category of its own unless one is named. */
export async function createProduct(db: Store, overrides: Partial<Prisma.ProductCreateManyInput> = {}) {
  const categoryId = overrides.categoryId ?? (await createCategory(db)).id;
  return db.product.create({ data: buildProduct({ ...overrides, categoryId }) });
}

type ProductAtInput = Partial<Prisma.PointOfSaleProductCreateManyInput> & { pointOfSaleId: string; productId: string };

/** What one point of sale does differently with a product. */
export function buildProductAt(overrides: ProductAtInput) {
  return { priceMinor: null, isAvailable: true, ...overrides };
}

export function createProductAt(db: Store, overrides: ProductAtInput) {
  return db.pointOfSaleProduct.create({ data: buildProductAt(overrides) });
}

/** A delivery sent an hour before it is wanted. Its number comes from the database, its total from its lines. */
export function buildDelivery(overrides: Partial<Prisma.DeliveryCreateManyInput> = {}) {
  const e164 = overrides.phoneE164;
  const phone = e164 ? { phoneRaw: e164, phoneE164: e164, phoneDisplay: displayNumber(e164, 'PL') } : {};
  return {
    id: randomUUID(),
    status: 'sent' as const,
    customerName: 'Zofia Testowa',
    street: 'Puławska 12',
    city: 'Warszawa',
    wantedAt: new Date(Date.now() + 3_600_000),
    // What was sent is on the board of the point of sale that got it.
    ...(overrides.status !== 'draft' && { sentToId: overrides.pointOfSaleId, sentRevision: 1 }),
    ...phone,
    ...overrides,
  };
}

type LineOfProduct = { product: { id: string; name: string; priceMinor: number }; quantity: number };

/** Stores a delivery with these lines, and the total and count that follow from them. */
export async function createDelivery(
  db: Store,
  { lines = [], ...overrides }: Partial<Prisma.DeliveryCreateManyInput> & { lines?: LineOfProduct[] } = {},
) {
  const delivery = buildDelivery({ ...totalsOf(lines), ...overrides });
  const rows = lines.map((line, position) => buildDeliveryLine({ ...line, deliveryId: delivery.id, position }));
  const stored = await db.delivery.create({ data: delivery });
  await db.deliveryLine.createMany({ data: rows });
  return stored;
}

/** The amount due and the number of items, as lib/deliveries counts them. */
export function totalsOf(lines: LineOfProduct[]) {
  return {
    totalMinor: lines.reduce((sum, { product, quantity }) => sum + product.priceMinor * quantity, 0),
    itemCount: lines.reduce((sum, { quantity }) => sum + quantity, 0),
  };
}

type DeliveryLineInput = Partial<Prisma.DeliveryLineCreateManyInput> & {
  deliveryId: string;
  product: LineOfProduct['product'];
};

export function buildDeliveryLine({ product, ...overrides }: DeliveryLineInput) {
  const copied = { productId: product.id, name: product.name, priceMinor: product.priceMinor };
  return { id: randomUUID(), ...copied, quantity: 1, note: '', position: 0, ...overrides };
}

export function createDeliveryLine(db: Store, overrides: DeliveryLineInput) {
  return db.deliveryLine.create({ data: buildDeliveryLine(overrides) });
}

type DeliveryEventInput = Partial<Prisma.DeliveryEventCreateManyInput> & { deliveryId: string };

export function buildDeliveryEvent(overrides: DeliveryEventInput) {
  return { type: 'created', at: new Date(), ...overrides };
}

export function createDeliveryEvent(db: Store, overrides: DeliveryEventInput) {
  return db.deliveryEvent.create({ data: buildDeliveryEvent(overrides) });
}
