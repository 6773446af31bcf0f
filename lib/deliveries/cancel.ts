import type { Actor } from '../actor.ts';
import { recordAudit } from '../audit/record.ts';
import { db } from '../db/client.ts';
import type { Room } from '../realtime/events.ts';
import { goneFrom } from './gone.ts';
import { hearersOf } from './hearers.ts';
import { isEditable, needsReasonToCancel } from './policy.ts';
import type { CancelDelivery } from './schema.ts';
import { lockDelivery } from './store.ts';
import { tellOfCancelling } from './till-messages.ts';

export type CancelOutcome =
  | { kind: 'cancelled'; version: number; hearers: Room[] }
  | { kind: 'closed' | 'notFound' | 'reasonMissing' };

/** Ends a delivery for good; its number is not used again. Cancelling a cancelled one changes nothing. */
export function storeCancelling({ deliveryId, reason }: CancelDelivery, { userId, at }: Actor): Promise<CancelOutcome> {
  return db.$transaction(async (tx) => {
    const row = await lockDelivery(tx, deliveryId);
    if (!row) return { kind: 'notFound' };
    const { status, version } = row;
    const hearers = hearersOf(row.sentToId, row.pointOfSaleId);
    if (status === 'cancelled') return { kind: 'cancelled', version, hearers };
    if (!isEditable(status)) return { kind: 'closed' };
    if (needsReasonToCancel(status) && !reason.trim()) return { kind: 'reasonMissing' };

    const details = { reason: reason.trim(), from: status };
    await tx.deliveryEvent.create({ data: { deliveryId, type: 'cancelled', at, byId: userId, details }, select: { id: true } });
    await recordAudit(tx, { userId, action: 'delivery.cancelled', subjectType: 'delivery', subjectId: deliveryId, details });
    await tx.delivery.update({
      where: { id: deliveryId },
      data: { status: 'cancelled', ...goneFrom(row, at), version: { increment: 1 }, updatedAt: at },
      select: { id: true },
    });
    await tellOfCancelling(tx, { deliveryId, before: row, reason: details.reason, at });
    return { kind: 'cancelled', version: version + 1, hearers };
  });
}
