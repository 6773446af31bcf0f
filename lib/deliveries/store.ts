import { rememberChoice } from '../caller-card/choice-store.ts';
import { visibleTo } from '../calls/visible-calls.ts';
import { findKeptId } from '../customers/kept-customer.ts';
import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import { MAX_TOTAL_MINOR } from './limits.ts';
import { type Conflict, differences, mergeContents, sameContent } from './merge.ts';
import { readDeliveryPhone } from './phone.ts';
import { isEditable } from './policy.ts';
import { priceLines } from './price-lines.ts';
import { savedSelect, toColumns, toContent, toSaved } from './row.ts';
import type { SaveDelivery } from './schema.ts';
import { recordChange } from './timeline-store.ts';
import { itemCount, productsMinor, totalMinor } from './totals.ts';
import { type Author, type DeliveryContent, emptyContent, type OrderLine, type SavedDelivery } from './types.ts';

export type SaveOutcome =
  | { kind: 'saved'; saved: SavedDelivery; isChanged: boolean }
  | { kind: 'conflict'; theirs: SavedDelivery; conflicts: Conflict[] }
  | { kind: 'closed' | 'notFound' | Unacceptable['kind'] };

/**
 * Merges an edit into the delivery; the first save makes the draft and its number. Two saves in the same instant queue at the
 * row's lock, so that the later one merges into the earlier one. A repeated save finds its own work done and changes nothing.
 */
export async function storeContent(input: SaveDelivery, author: Author): Promise<SaveOutcome> {
  try {
    return await db.$transaction((tx) => mergeIntoRow(tx, input, author));
  } catch (error) {
    if (error instanceof Unacceptable) return { kind: error.kind };
    throw error;
  }
}

/** Thrown, so that the draft which the same save made is rolled back with it. */
class Unacceptable extends Error {
  readonly kind: 'productUnknown' | 'totalTooLarge' | 'lineElsewhere';

  constructor(kind: Unacceptable['kind']) {
    super(kind);
    this.kind = kind;
  }
}

async function mergeIntoRow(tx: Prisma.TransactionClient, input: SaveDelivery, author: Author): Promise<SaveOutcome> {
  if (!input.base) await createDraft(tx, input, author);

  const row = await lockDelivery(tx, input.deliveryId);
  if (!row) return { kind: 'notFound' };
  if (!isEditable(row.status)) return { kind: 'closed' };

  const theirs = toContent(row);
  const { content: merged, conflicts } = mergeContents(input.base ?? emptyContent, input.mine, theirs);
  if (conflicts.length > 0) return { kind: 'conflict', theirs: toSaved(row), conflicts };

  if (await isLineElsewhere(tx, input.deliveryId, merged)) throw new Unacceptable('lineElsewhere');
  const lines = await priceLines(tx, merged.lines, {
    known: pricedFor(merged.pointOfSaleId, toSaved(row)),
    pointOfSaleId: merged.pointOfSaleId,
  });
  if (!lines) throw new Unacceptable('productUnknown');
  if (productsMinor(lines) > MAX_TOTAL_MINOR) throw new Unacceptable('totalTooLarge');

  const content = { ...merged, lines, ...(await knownReferences(tx, merged, theirs)) };
  if (sameContent(content, theirs)) return { kind: 'saved', saved: toSaved(row), isChanged: false };

  await recordChange(tx, input.deliveryId, differences(theirs, content), author);
  await rememberCustomer(tx, content, theirs, author);
  return { kind: 'saved', saved: await writeContent(tx, input.deliveryId, content, author), isChanged: true };
}

/** Of those who share the number it is this customer who orders: the next time they come first (S0.14). */
async function rememberCustomer(tx: Prisma.TransactionClient, content: DeliveryContent, before: DeliveryContent, author: Author) {
  const { customerId, phone } = content;
  const { e164 } = readDeliveryPhone(phone, author.country);
  if (customerId && e164 && customerId !== before.customerId) await rememberChoice({ e164, customerId }, author.at, tx);
}

/**
 * The lines whose prices stand. Another point of sale has prices of its own, and nothing was promised before it is sent; one that
 * has the order keeps the prices it was sent, also when the operator looked at another one meanwhile.
 */
function pricedFor(pointOfSaleId: string | null, { content, sentToId, sentContent }: SavedDelivery): OrderLine[] {
  const current = content.pointOfSaleId === pointOfSaleId ? content.lines : [];
  const sent = sentToId === pointOfSaleId ? (sentContent?.lines ?? []) : [];
  return [...current, ...sent];
}

/** The row of a delivery, locked until the transaction ends. */
export async function lockDelivery(tx: Prisma.TransactionClient, id: string) {
  await tx.$queryRaw`select 1 from "Delivery" where id = ${id}::uuid for update`;
  return tx.delivery.findUnique({ where: { id }, select: savedSelect });
}

/** A call that the author may not see ties to nothing, as one that does not exist. */
async function createDraft(tx: Prisma.TransactionClient, { deliveryId, callId }: SaveDelivery, author: Author) {
  const { userId, at } = author;
  const call = callId
    ? await tx.call.findFirst({ where: { AND: [{ id: callId }, visibleTo(author)] }, select: { id: true } })
    : null;
  const draft = { id: deliveryId, responsibleId: userId, callId: call?.id, version: 0, createdAt: at };
  const { count } = await tx.delivery.createMany({ data: [draft], skipDuplicates: true });
  if (count === 1)
    await tx.deliveryEvent.create({ data: { deliveryId, type: 'created', at, byId: userId }, select: { id: true } });
}

/** A line has one delivery for good. Giving it an id of our own instead would add it anew with every repeated save. */
async function isLineElsewhere(tx: Prisma.TransactionClient, deliveryId: string, { lines }: DeliveryContent): Promise<boolean> {
  const id = { in: lines.map((line) => line.id) };
  return (await tx.deliveryLine.findFirst({ where: { id, deliveryId: { not: deliveryId } }, select: { id: true } })) !== null;
}

/**
 * A customer or a point of sale that does not exist any more is left out rather than refused: the order matters more. One who was
 * merged into another is that other.
 */
async function knownReferences(tx: Prisma.TransactionClient, content: DeliveryContent, before: DeliveryContent) {
  const { customerId, pointOfSaleId } = content;
  const isNewPoint = pointOfSaleId !== null && pointOfSaleId !== before.pointOfSaleId;
  const point = isNewPoint && (await tx.pointOfSale.findUnique({ where: { id: pointOfSaleId }, select: { id: true } }));
  const isNewCustomer = customerId !== null && customerId !== before.customerId;

  return {
    customerId: isNewCustomer ? await knownCustomer(tx, customerId) : customerId,
    pointOfSaleId: point === null ? null : pointOfSaleId,
  };
}

/** Waits for a merge that is under way: a customer who is going must not be given another delivery. */
async function knownCustomer(tx: Prisma.TransactionClient, id: string): Promise<string | null> {
  const rows = await tx.$queryRaw<unknown[]>`select 1 from "Customer" where id = ${id}::uuid for key share`;
  return rows.length > 0 ? id : findKeptId(id, tx);
}

async function writeContent(tx: Prisma.TransactionClient, deliveryId: string, content: DeliveryContent, author: Author) {
  await tx.deliveryLine.deleteMany({ where: { deliveryId } });
  await tx.deliveryLine.createMany({ data: content.lines.map((line, position) => ({ ...line, deliveryId, position })) });
  const row = await tx.delivery.update({
    where: { id: deliveryId },
    data: {
      ...toColumns(content, readDeliveryPhone(content.phone, author.country)),
      totalMinor: totalMinor(content),
      itemCount: itemCount(content.lines),
      version: { increment: 1 },
      updatedAt: author.at,
    },
    select: savedSelect,
  });
  return toSaved(row);
}
