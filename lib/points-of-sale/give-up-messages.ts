import type { Prisma } from '../db/generated/client.ts';

/** Neither told nor given up. */
export const pending = { deliveredAt: null, failedAt: null, nextAttemptAt: { not: null } };

/** A till that is switched off hears nothing of the time until it is switched on again: orders of yesterday would be cooked. */
export async function giveUpWaiting(
  tx: Pick<Prisma.TransactionClient, 'pointOfSaleMessage'>,
  pointOfSaleId: string,
  failedAt: Date,
): Promise<void> {
  await tx.pointOfSaleMessage.updateMany({
    where: { pointOfSaleId, ...pending },
    data: { failedAt, failedBecause: 'switchedOff', nextAttemptAt: null },
  });
}
