import { recordAudit } from '../audit/record.ts';
import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import { isTaken, isTied } from '../db/violations.ts';
import { movedBy } from './order.ts';
import type { ChangeCategory } from './schema.ts';

type Author = { userId: string };

export type CategoryOutcome =
  | { kind: 'stored'; isChanged: boolean }
  /** `count`: the products that are still in it. */
  | { kind: 'notEmpty'; count: number }
  | { kind: 'nameTaken' | 'notFound' };

const STORED: CategoryOutcome = { kind: 'stored', isChanged: true };
const UNCHANGED: CategoryOutcome = { kind: 'stored', isChanged: false };

/** A new category comes last on the menu. */
export function storeNewCategory({ name }: { name: string }, author: Author): Promise<CategoryOutcome> {
  const work = db.$transaction(async (tx) => {
    const ids = await lockCategories(tx);
    const { id } = await tx.category.create({ data: { name, position: ids.length }, select: { id: true } });
    await audit(tx, author, id, { change: 'added', name });
    return STORED;
  });
  return work.catch(refusalOf);
}

export function storeCategoryChange(input: ChangeCategory, author: Author): Promise<CategoryOutcome> {
  const work = db.$transaction(async (tx): Promise<CategoryOutcome> => {
    const ids = await lockCategories(tx);
    if (!ids.includes(input.categoryId)) return { kind: 'notFound' };

    const outcome = await write(tx, input, ids);
    if (outcome.kind !== 'stored' || !outcome.isChanged) return outcome;
    await audit(tx, author, input.categoryId, { change: input.change, name: input.change === 'name' ? input.name : null });
    return outcome;
  });
  return work.catch(refusalOf);
}

async function write(tx: Prisma.TransactionClient, input: ChangeCategory, ids: string[]): Promise<CategoryOutcome> {
  const id = input.categoryId;
  switch (input.change) {
    case 'name': {
      const { count } = await tx.category.updateMany({ where: { id, name: { not: input.name } }, data: { name: input.name } });
      return count > 0 ? STORED : UNCHANGED;
    }
    case 'moveUp':
      return reorder(tx, ids, movedBy(ids, id, -1));
    case 'moveDown':
      return reorder(tx, ids, movedBy(ids, id, 1));
    case 'delete': {
      const { count } = await tx.category.deleteMany({ where: { id, products: { none: {} } } });
      return count > 0 ? STORED : { kind: 'notEmpty', count: await tx.product.count({ where: { categoryId: id } }) };
    }
  }
}

async function reorder(tx: Prisma.TransactionClient, before: string[], after: string[]): Promise<CategoryOutcome> {
  if (after.every((id, position) => before[position] === id)) return UNCHANGED;
  for (const [position, id] of after.entries()) await tx.category.updateMany({ where: { id }, data: { position } });
  return STORED;
}

/** All of them in the order of the menu, until the transaction ends: two people who move at once move one after the other. */
async function lockCategories(tx: Prisma.TransactionClient): Promise<string[]> {
  await tx.$executeRaw`lock table "Category" in share row exclusive mode`;
  const rows = await tx.category.findMany({ select: { id: true }, orderBy: [{ position: 'asc' }, { name: 'asc' }] });
  return rows.map(({ id }) => id);
}

function audit(
  tx: Prisma.TransactionClient,
  { userId }: Author,
  subjectId: string,
  details: { change: string; name: string | null },
) {
  return recordAudit(tx, { userId, action: 'category.changed', subjectType: 'category', subjectId, details });
}

function refusalOf(error: unknown): CategoryOutcome {
  if (isTaken(error)) return { kind: 'nameTaken' };
  // A product came into it in the same instant.
  if (isTied(error)) return { kind: 'notEmpty', count: 1 };
  throw error;
}
