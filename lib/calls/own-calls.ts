import { db } from '../db/client.ts';
import type { DialledFromDelivery, MeasuredCall } from './schema.ts';

/** A call that this user had: talked on, or dialled. Any other is not found (R34). */
const ofUser = (callId: string, userId: string) => ({
  id: callId,
  OR: [{ operatorId: userId }, { legs: { some: { userId } } }],
});

/** Keeps how a call sounded at one operator's side, the last word of it; false when the call is none of theirs. */
export async function saveQuality({ callId, ...measured }: MeasuredCall, userId: string, at: Date): Promise<boolean> {
  const call = await db.call.findFirst({ select: { id: true }, where: ofUser(callId, userId) });
  if (!call) return false;

  await db.callQuality.upsert({
    select: { callId: true },
    where: { callId_userId: { callId, userId } },
    create: { callId, userId, ...measured, at },
    update: { ...measured, at },
  });
  return true;
}

/** False when the call is none of theirs, or there is no such delivery. */
export async function saveDelivery({ callId, deliveryId }: DialledFromDelivery, userId: string): Promise<boolean> {
  const delivery = await db.delivery.findUnique({ select: { id: true }, where: { id: deliveryId } });
  if (!delivery) return false;

  const { count } = await db.call.updateMany({
    where: { ...ofUser(callId, userId), direction: 'outbound' },
    data: { aboutDeliveryId: delivery.id },
  });
  return count === 1;
}
