import { randomUUID } from 'node:crypto';
import type { Prisma } from '../db/generated/client.ts';
import { differences } from './merge.ts';
import type { DeliveryStatus } from './status.ts';
import { TILL_MESSAGE_VERSION, type TillDelivery, type TillMessage } from './till-message.ts';
import { discountMinor, productsMinor, totalMinor } from './totals.ts';
import type { DeliveryContent } from './types.ts';

type Store = Pick<
  Prisma.TransactionClient,
  'pointOfSaleWebhook' | 'pointOfSaleMessage' | 'delivery' | 'product' | 'organisation'
>;

/** What the point of sale knew of the delivery before. */
type Before = { status: DeliveryStatus; sentToId: string | null; sentContent: DeliveryContent | null };
type Sending = { deliveryId: string; content: DeliveryContent; before: Before; isAnew: boolean; at: Date };

/**
 * Leaves word for the tills that a sending concerns, in the transaction of the sending itself: neither exists without the other.
 * A point of sale without a till of its own costs one look at its key.
 */
export async function tellOfSending(tx: Store, { deliveryId, content, before, isAnew, at }: Sending): Promise<void> {
  const { sentToId } = before;
  const target = content.pointOfSaleId;
  if (sentToId && sentToId !== target && (await hears(tx, sentToId)) && before.status !== 'rejected') {
    const data = { delivery: await referenceTo(tx, deliveryId) };
    await leave(tx, sentToId, deliveryId, { ...head(at), type: 'delivery.withdrawn', data });
  }
  if (!target || !(await hears(tx, target))) return;

  const delivery = await describe(tx, deliveryId, content);
  if (isAnew) return leave(tx, target, deliveryId, { ...head(at), type: 'delivery.sent', data: { delivery } });

  const changes = before.sentContent ? differences(before.sentContent, content) : [];
  await leave(tx, target, deliveryId, { ...head(at), type: 'delivery.changed', data: { delivery, changes } });
}

type Cancelling = { deliveryId: string; before: Pick<Before, 'status' | 'sentToId'>; reason: string; at: Date };

/** Nothing to tell where no point of sale has it, or the one that had it said no. */
export async function tellOfCancelling(tx: Store, { deliveryId, before, reason, at }: Cancelling): Promise<void> {
  const { status, sentToId } = before;
  if (!sentToId || status === 'rejected' || !(await hears(tx, sentToId))) return;

  const data = { delivery: await referenceTo(tx, deliveryId), reason };
  await leave(tx, sentToId, deliveryId, { ...head(at), type: 'delivery.cancelled', data });
}

/** So that an admin sees whether a till listens. */
export async function tellAsTest(tx: Store, pointOfSale: { id: string; name: string }, at: Date): Promise<void> {
  await leave(tx, pointOfSale.id, null, { ...head(at), type: 'till.test', data: { pointOfSale } });
}

function head(at: Date) {
  return { version: TILL_MESSAGE_VERSION, timestamp: at.toISOString() } as const;
}

async function hears(tx: Store, pointOfSaleId: string): Promise<boolean> {
  const webhook = await tx.pointOfSaleWebhook.findUnique({ where: { pointOfSaleId }, select: { isEnabled: true } });
  return webhook?.isEnabled ?? false;
}

async function leave(tx: Store, pointOfSaleId: string, deliveryId: string | null, message: TillMessage): Promise<void> {
  const { type, timestamp } = message;
  const createdAt = new Date(timestamp);
  const body = JSON.stringify(message);
  await tx.pointOfSaleMessage.create({
    data: { id: randomUUID(), pointOfSaleId, deliveryId, type, body, createdAt, queuedAt: createdAt, nextAttemptAt: createdAt },
    select: { id: true },
  });
}

async function referenceTo(tx: Store, id: string) {
  const { number, sentRevision } = await tx.delivery.findUniqueOrThrow({
    where: { id },
    select: { number: true, sentRevision: true },
  });
  return { id, number, revision: sentRevision };
}

async function describe(tx: Store, deliveryId: string, content: DeliveryContent): Promise<TillDelivery> {
  const { currency } = await tx.organisation.findFirstOrThrow({ select: { currency: true }, orderBy: { id: 'asc' } });
  const ids = content.lines.map((line) => line.productId);
  const products = await tx.product.findMany({
    select: { id: true, code: true },
    where: { id: { in: ids } },
    orderBy: { id: 'asc' },
    take: ids.length,
  });
  const codes = new Map(products.map(({ id, code }) => [id, code]));
  const { fulfilment, wantedAt, customerName, phone, street, flat, district, city, driverNote, payment, comment } = content;

  return {
    ...(await referenceTo(tx, deliveryId)),
    fulfilment,
    wantedAt,
    customer: { name: customerName, phone },
    address: fulfilment === 'delivery' ? { street, flat, district, city, note: driverNote } : null,
    lines: content.lines.map(({ id, productId, name, quantity, priceMinor, note }) => {
      return { id, productCode: codes.get(productId) ?? null, name, quantity, priceMinor, note };
    }),
    currency,
    productsMinor: productsMinor(content.lines),
    discountMinor: discountMinor(content),
    discountReason: content.discountReason,
    totalMinor: totalMinor(content),
    payment,
    comment,
  };
}
