import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';

/** What became part of a record, who made it so and when; null where the one was not merged into the other. */
export function findMergeInto(keptId: string, mergedId: string) {
  return db.customerMerge.findFirst({
    where: { keptId, mergedId, undoneAt: null },
    select: { mergedName: true, at: true, by: { select: { name: true } } },
  });
}

/** The record that this one became part of; null for one that was never merged, or whose merge was undone. */
export async function findKeptId(id: string, tx: Pick<Prisma.TransactionClient, 'customerMerge'> = db): Promise<string | null> {
  const merge = await tx.customerMerge.findFirst({ where: { mergedId: id, undoneAt: null }, select: { keptId: true } });
  return merge?.keptId ?? null;
}
