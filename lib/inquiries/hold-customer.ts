import { findKeptId } from '../customers/kept-customer.ts';
import type { Prisma } from '../db/generated/client.ts';

/**
 * Holds a customer until the end of the transaction: an erasure waits, or is over, and then there is none. Answers whose record it is
 * by now. Asked for before the interest is locked; asked for again, it is held already.
 */
export async function holdCustomer(tx: Prisma.TransactionClient, chosenId: string): Promise<string | null> {
  const id = (await findKeptId(chosenId, tx)) ?? chosenId;
  const rows = await tx.$queryRaw<unknown[]>`select 1 from "Customer" where id = ${id}::uuid for key share`;
  return rows.length === 1 ? id : null;
}
