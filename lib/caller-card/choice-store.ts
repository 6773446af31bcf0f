import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';

type Choice = { e164: string; customerId: string };

/** Keeps that this customer was meant by this number, and when; false where they have no such number. */
export async function rememberChoice(
  { e164, customerId }: Choice,
  at: Date,
  tx: Pick<Prisma.TransactionClient, 'phoneNumber'> = db,
): Promise<boolean> {
  const { count } = await tx.phoneNumber.updateMany({ where: { e164, customerId }, data: { chosenAt: at } });
  return count > 0;
}
