import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import { MAX_SAVED } from './limits.ts';

const savedFilter = { id: true, name: true, query: true } satisfies Prisma.SavedFilterSelect;

export type SavedFilterRow = Prisma.SavedFilterGetPayload<{ select: typeof savedFilter }>;

/** One's own filters of a list, by name. Nobody sees those of another: they share the link. */
export function listSavedFilters(userId: string, list: string): Promise<SavedFilterRow[]> {
  return db.savedFilter.findMany({
    select: savedFilter,
    where: { userId, list },
    orderBy: [{ name: 'asc' }],
    take: MAX_SAVED,
  });
}
