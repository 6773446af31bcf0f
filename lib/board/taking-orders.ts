import type { Actor } from '../actor.ts';
import { recordAudit } from '../audit/record.ts';
import { db } from '../db/client.ts';

/** Stops or opens a kitchen for new orders. False where it is so already: pressing twice is no second stop. */
export function storeTakingOrders(pointOfSaleId: string, isTaking: boolean, { userId, at }: Actor): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const { count } = await tx.pointOfSale.updateMany({
      where: { id: pointOfSaleId, ordersStoppedAt: isTaking ? { not: null } : null },
      data: { ordersStoppedAt: isTaking ? null : at },
    });
    if (count === 0) return false;

    await recordAudit(tx, {
      userId,
      action: 'point-of-sale.stopped',
      subjectType: 'point-of-sale',
      subjectId: pointOfSaleId,
      details: { isStopped: !isTaking },
    });
    return true;
  });
}
