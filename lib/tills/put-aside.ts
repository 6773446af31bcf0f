import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import { TillMessage } from '../deliveries/till-message.ts';
import { pending } from '../points-of-sale/give-up-messages.ts';
import { folded, type NotToldReason, type Standing, whyNotToTell } from './obsolete.ts';
import type { Claimed } from './outbox.ts';

const ORDER_TYPES: TillMessage['type'][] = ['delivery.sent', 'delivery.changed'];

/** Puts a message aside that nobody needs to hear any more; false for one that is to be told. */
export async function putAside(message: Claimed, now: Date): Promise<boolean> {
  const { deliveryId } = message;
  if (!deliveryId) return false;

  return db.$transaction(async (tx) => {
    const told = TillMessage.parse(JSON.parse(message.body));
    const newer = ORDER_TYPES.includes(told.type) ? await findNewer(tx, message) : null;
    const standing = await standingOf(tx, message, deliveryId, newer !== null);
    const reason = standing ? whyNotToTell(told.type, standing) : 'over';
    if (!reason) return false;

    if (reason === 'newer' && newer) await rewrite(tx, newer.id, folded(told, TillMessage.parse(JSON.parse(newer.body))));
    await giveUp(tx, message, reason, now);
    return true;
  });
}

async function standingOf(
  tx: Prisma.TransactionClient,
  { pointOfSaleId, position }: Claimed,
  deliveryId: string,
  hasNewer: boolean,
): Promise<Standing | null> {
  const delivery = await tx.delivery.findUnique({ where: { id: deliveryId }, select: { status: true, sentToId: true } });
  const order = { pointOfSaleId, deliveryId, type: { in: ORDER_TYPES }, position: { lt: position }, mayBeHeard: true };
  const known = await tx.pointOfSaleMessage.findFirst({ where: order, select: { id: true } });
  return delivery && { status: delivery.status, isHere: delivery.sentToId === pointOfSaleId, isKnown: known !== null, hasNewer };
}

/** The last message that tells all of the delivery, while nobody has tried it: its text may still become another. */
function findNewer(tx: Prisma.TransactionClient, { pointOfSaleId, deliveryId, position }: Claimed) {
  const later = { pointOfSaleId, deliveryId, type: { in: ORDER_TYPES }, position: { gt: position } };
  return tx.pointOfSaleMessage.findFirst({
    select: { id: true, body: true },
    where: { ...later, ...pending, attemptCount: 0, mayBeHeard: false, leasedUntil: null },
    orderBy: { position: 'desc' },
  });
}

async function rewrite(tx: Prisma.TransactionClient, id: string, message: TillMessage): Promise<void> {
  const data = { type: message.type, body: JSON.stringify(message) };
  await tx.pointOfSaleMessage.update({ where: { id }, data, select: { id: true } });
}

async function giveUp(
  tx: Prisma.TransactionClient,
  { id, leasedUntil }: Claimed,
  failedBecause: NotToldReason,
  failedAt: Date,
): Promise<void> {
  await tx.pointOfSaleMessage.updateMany({
    where: { id, leasedUntil, ...pending },
    data: { failedAt, failedBecause, nextAttemptAt: null, leasedUntil: null },
  });
}
