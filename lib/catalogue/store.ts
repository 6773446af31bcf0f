import { recordAudit } from '../audit/record.ts';
import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import { isTaken, isTied } from '../db/violations.ts';
import type { AddProduct, ChangeProduct } from './schema.ts';

type Author = { userId: string; at: Date };

export type ProductOutcome =
  | { kind: 'stored'; productId: string; isChanged: boolean }
  /** `by`: the product that has the code. */
  | { kind: 'codeTaken'; by: string }
  | { kind: 'notFound' };

type Changed = { from: Detail; to: Detail } | null;
type Detail = string | number | boolean | null;

const changedSelect = {
  id: true,
  code: true,
  name: true,
  categoryId: true,
  priceMinor: true,
  isAvailable: true,
  archivedAt: true,
} satisfies Prisma.ProductSelect;

type Row = Prisma.ProductGetPayload<{ select: typeof changedSelect }>;

/** Changes one thing of a product, with its entry in the audit. What is so already is no change. */
export function storeProductChange(input: ChangeProduct, author: Author): Promise<ProductOutcome> {
  const { productId, change } = input;
  const work = db.$transaction(async (tx): Promise<ProductOutcome> => {
    await tx.$queryRaw`select 1 from "Product" where id = ${productId}::uuid for update`;
    const row = await tx.product.findUnique({ select: changedSelect, where: { id: productId } });
    if (!row) return { kind: 'notFound' };

    const changed = await write(tx, input, row, author);
    if (!changed) return { kind: 'stored', productId, isChanged: false };
    const pointOfSaleId = 'pointOfSaleId' in input ? input.pointOfSaleId : null;
    await audit(tx, author, productId, { change, pointOfSaleId, ...changed });
    return { kind: 'stored', productId, isChanged: true };
  });
  return work.catch((error) => refusalOf(error, 'code' in input ? input.code : ''));
}

export function storeNewProduct(input: AddProduct, author: Author): Promise<ProductOutcome> {
  const work = db.$transaction(async (tx): Promise<ProductOutcome> => {
    const { id } = await tx.product.create({ data: input, select: { id: true } });
    await audit(tx, author, id, { change: 'added', ...input });
    return { kind: 'stored', productId: id, isChanged: true };
  });
  return work.catch((error) => refusalOf(error, input.code));
}

async function write(tx: Prisma.TransactionClient, input: ChangeProduct, row: Row, { at }: Author): Promise<Changed> {
  switch (input.change) {
    case 'code':
      return update(tx, row, 'code', input.code);
    case 'name':
      return update(tx, row, 'name', input.name);
    case 'category':
      return update(tx, row, 'categoryId', input.categoryId);
    case 'price':
      return update(tx, row, 'priceMinor', input.priceMinor);
    case 'priceAt':
      return updateAt(tx, { ...input, name: 'priceMinor', to: input.priceMinor });
    case 'soldOut': {
      const { pointOfSaleId, productId, isSoldOut } = input;
      if (pointOfSaleId === null) return update(tx, row, 'isAvailable', !isSoldOut);
      return updateAt(tx, { pointOfSaleId, productId, name: 'isAvailable', to: !isSoldOut });
    }
    case 'archived': {
      const isArchived = row.archivedAt !== null;
      if (isArchived === input.isArchived) return null;
      await tx.product.update({
        where: { id: row.id },
        data: { archivedAt: input.isArchived ? at : null },
        select: { id: true },
      });
      return { from: isArchived, to: input.isArchived };
    }
  }
}

type Column = 'code' | 'name' | 'categoryId' | 'priceMinor' | 'isAvailable';

async function update<Name extends Column>(tx: Prisma.TransactionClient, row: Row, name: Name, to: Row[Name]): Promise<Changed> {
  const from = row[name];
  if (from === to) return null;
  await tx.product.update({ where: { id: row.id }, data: { [name]: to }, select: { id: true } });
  return { from, to };
}

type ChangeAt = { pointOfSaleId: string; productId: string } & (
  | { name: 'priceMinor'; to: number | null }
  | { name: 'isAvailable'; to: boolean }
);

/** What a point of sale does no differently from all others needs no row. */
async function updateAt(tx: Prisma.TransactionClient, { pointOfSaleId, productId, name, to }: ChangeAt): Promise<Changed> {
  const place = { pointOfSaleId, productId };
  const row = await tx.pointOfSaleProduct.findUnique({
    select: { priceMinor: true, isAvailable: true },
    where: { pointOfSaleId_productId: place },
  });
  const before = row ?? { priceMinor: null, isAvailable: true };
  const after = { ...before, [name]: to };
  if (before[name] === to) return null;

  await tx.pointOfSaleProduct.deleteMany({ where: place });
  const isOrdinary = after.priceMinor === null && after.isAvailable;
  if (!isOrdinary) await tx.pointOfSaleProduct.create({ data: { ...place, ...after }, select: { productId: true } });
  return { from: before[name], to };
}

function audit(tx: Prisma.TransactionClient, { userId }: Author, subjectId: string, details: Record<string, Detail>) {
  return recordAudit(tx, { userId, action: 'product.changed', subjectType: 'product', subjectId, details });
}

async function refusalOf(error: unknown, code: string): Promise<ProductOutcome> {
  if (isTied(error)) return { kind: 'notFound' };
  if (!isTaken(error)) throw error;

  const holder = await db.product.findUnique({ select: { name: true }, where: { code } });
  return { kind: 'codeTaken', by: holder?.name ?? code };
}
