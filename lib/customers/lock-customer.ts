import type { Prisma } from '../db/generated/client.ts';

/**
 * What belongs to one customer changes one after the other until the transaction ends: one of their numbers is always the main
 * one, and nothing is added to a record that is being merged away. False where there is no such customer.
 */
export async function lockCustomer(tx: Prisma.TransactionClient, id: string): Promise<boolean> {
  return (await lockCustomers(tx, [id])).length === 1;
}

/** Several at once, always in the same order, so that two who lock the same ones never wait for each other. Answers who is there. */
export async function lockCustomers(tx: Prisma.TransactionClient, ids: string[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select id from "Customer" where id = any(${ids}::uuid[]) order by id for update`;
  return rows.map(({ id }) => id);
}
