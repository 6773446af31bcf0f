import type { Prisma } from '../db/generated/client.ts';

type Tx = Prisma.TransactionClient;

/**
 * What is about one interest changes one after the other until the transaction ends. False where there is no such interest.
 *
 * Everybody locks in one order, so that two never wait for each other: numbers, customers, interests, drafts; each kind by its id.
 * Who gives the interest a customer later in the transaction holds that customer before this: the foreign key locks them too.
 */
export async function lockInterest(tx: Tx, id: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`select 1 from "Interest" where id = ${id}::uuid for update`;
  return rows.length === 1;
}

/** Says of an interest, which is locked, that something about it changed; its version from then on. */
export async function touchInterest(tx: Tx, id: string, at: Date): Promise<number> {
  const { version } = await tx.interest.update({
    where: { id },
    data: { version: { increment: 1 }, changedAt: at },
    select: { version: true },
  });
  return version;
}
