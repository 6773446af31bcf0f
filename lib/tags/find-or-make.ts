import { randomUUID } from 'node:crypto';
import type { Prisma } from '../db/generated/client.ts';
import { foldText } from '../folded-text.ts';
import { MAX_TAGS } from './limits.ts';
import type { Tag } from './queries.ts';

/** The tag of that name, however it is written; made where there is none. Null where there are too many already. */
export async function findOrMakeTag(tx: Prisma.TransactionClient, name: string): Promise<Tag | null> {
  const key = foldText(name);
  const select = { id: true, name: true } as const;
  const found = await tx.tag.findUnique({ where: { key }, select });
  if (found) return found;
  if ((await tx.tag.count()) >= MAX_TAGS) return null;

  // Of two who make it at once, the second waits here for the first, and finds theirs.
  await tx.tag.createMany({ data: [{ id: randomUUID(), name, key }], skipDuplicates: true });
  return tx.tag.findUnique({ where: { key }, select });
}
