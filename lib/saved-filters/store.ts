import { db } from '../db/client.ts';
import { isTaken } from '../db/violations.ts';
import { cleanQuery } from './clean-query.ts';
import { MAX_SAVED } from './limits.ts';
import type { RenameFilter, SaveFilter } from './schema.ts';

export type SaveOutcome = { kind: 'saved'; filterId: string } | { kind: 'nameTaken' | 'tooMany' | 'empty' };

/** Keeps a filter under a name. A name that is taken is replaced only by who knows that it is. */
export function storeFilter({ list, name, query, isReplacing }: SaveFilter, userId: string): Promise<SaveOutcome> {
  const cleaned = cleanQuery(list, query);
  if (cleaned === '') return Promise.resolve({ kind: 'empty' });

  return db.$transaction(async (tx) => {
    // Two tabs of one person wait for each other here: neither passes the limit, or takes a name twice.
    await tx.$queryRaw`select 1 from "User" where id = ${userId}::uuid for update`;
    const taken = await tx.savedFilter.findUnique({
      where: { userId_list_name: { userId, list, name } },
      select: { id: true, query: true },
    });
    if (taken && taken.query !== cleaned && !isReplacing) return { kind: 'nameTaken' };
    if (taken) {
      await tx.savedFilter.update({ where: { id: taken.id }, data: { query: cleaned }, select: { id: true } });
      return { kind: 'saved', filterId: taken.id };
    }
    if ((await tx.savedFilter.count({ where: { userId, list } })) >= MAX_SAVED) return { kind: 'tooMany' };

    const { id } = await tx.savedFilter.create({ data: { userId, list, name, query: cleaned }, select: { id: true } });
    return { kind: 'saved', filterId: id };
  });
}

export type RenameOutcome = 'renamed' | 'nameTaken' | 'notFound';

/** Another's filter is not found, as one that never was (R34). */
export async function storeFilterName({ filterId, name }: RenameFilter, userId: string): Promise<RenameOutcome> {
  try {
    const { count } = await db.savedFilter.updateMany({ where: { id: filterId, userId }, data: { name } });
    return count === 1 ? 'renamed' : 'notFound';
  } catch (error) {
    if (isTaken(error)) return 'nameTaken';
    throw error;
  }
}

export async function dropFilter(filterId: string, userId: string): Promise<boolean> {
  const { count } = await db.savedFilter.deleteMany({ where: { id: filterId, userId } });
  return count === 1;
}
