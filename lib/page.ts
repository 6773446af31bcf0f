import { z } from 'zod';

/** Rows, and the key that the next page begins after; null where there is none. */
export type Page<Row, Key> = { rows: Row[]; next: Key | null };

/** The last row that is shown of a list that begins with the latest: when it was made, and which of that moment it is. */
export const CreatedKey = z.object({ createdAt: z.iso.datetime(), id: z.uuid() });
export type CreatedKey = z.infer<typeof CreatedKey>;

/** What such a list asks for and in which order, for Prisma. */
export const latestFirst = [{ createdAt: 'desc' as const }, { id: 'desc' as const }];

export function createdBefore({ createdAt, id }: CreatedKey) {
  const at = new Date(createdAt);
  return { OR: [{ createdAt: { lt: at } }, { createdAt: at, id: { lt: id } }] };
}

/** A page of rows of which one more was read than it holds. */
export function pageOf<Row extends { id: string; createdAt: Date }>(rows: Row[], size: number): Page<Row, CreatedKey> {
  const shown = rows.slice(0, size);
  const last = rows.length > size ? shown.at(-1) : undefined;
  return { rows: shown, next: last ? { createdAt: last.createdAt.toISOString(), id: last.id } : null };
}
