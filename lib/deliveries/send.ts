import type { Actor } from '../actor.ts';
import { recordAudit } from '../audit/record.ts';
import { db } from '../db/client.ts';
import { Prisma } from '../db/generated/client.ts';
import { findPointFacts } from '../points-of-sale/queries.ts';
import { findLackingProducts } from '../products/queries.ts';
import type { Room } from '../realtime/events.ts';
import { goneFrom, goneNowhere } from './gone.ts';
import { hearersOf } from './hearers.ts';
import { lineChanges } from './line-changes.ts';
import { differences, sameContent } from './merge.ts';
import { isEditable, isMoved, isNewToKitchen, type SendProblem, sendProblems } from './policy.ts';
import { promiseAfterSending } from './promise.ts';
import { savedSelect, toSaved } from './row.ts';
import type { SendDelivery } from './schema.ts';
import { statusAfterSending } from './status.ts';
import { lockDelivery } from './store.ts';
import { tellOfSending } from './till-messages.ts';
import type { DeliveryContent, SavedDelivery } from './types.ts';

export type SendOutcome =
  /** Nobody has to hear of what was sent already. */
  | { kind: 'sent'; saved: SavedDelivery; hearers: Room[] }
  | { kind: 'incomplete'; problems: SendProblem[] }
  | { kind: 'conflict'; theirs: SavedDelivery }
  | { kind: 'closed' | 'notFound' };

/**
 * Hands the delivery to its point of sale as it is stored. `version` is the one the operator sees: where a colleague saved since,
 * they see that first. Pressing twice sends once: what was sent already, unchanged, is not sent again.
 */
export function storeSending(input: SendDelivery, actor: Actor & { timeZone: string }): Promise<SendOutcome> {
  return db.$transaction(async (tx) => {
    const row = await lockDelivery(tx, input.deliveryId);
    if (!row) return { kind: 'notFound' };
    if (!isEditable(row.status)) return { kind: 'closed' };

    const saved = toSaved(row);
    const isSentAlready = statusAfterSending(row.status) === row.status && isUnchanged(saved);
    if (isSentAlready && (await isOwnRepeat(tx, input, actor))) return { kind: 'sent', saved, hearers: [] };
    if (row.version !== input.version) return { kind: 'conflict', theirs: saved };
    if (isSentAlready) return { kind: 'sent', saved, hearers: [] };

    const { pointOfSaleId } = saved.content;
    const point = pointOfSaleId ? await findPointFacts(tx, pointOfSaleId) : null;
    const { at: now, timeZone } = actor;
    const problems = sendProblems(saved.content, { saved, point, lacking: await readLacking(tx, saved), now, timeZone });
    if (problems.length > 0) return { kind: 'incomplete', problems };

    const hearers = hearersOf(saved.sentToId, pointOfSaleId);
    return { kind: 'sent', saved: await writeSending(tx, input, saved, { ...actor, pointName: point?.name ?? '' }), hearers };
  });
}

async function readLacking(tx: Prisma.TransactionClient, { content: { lines, pointOfSaleId } }: SavedDelivery) {
  const productIds = lines.map((line) => line.productId);
  const lacking = await findLackingProducts(productIds, pointOfSaleId, tx);
  return new Map(lacking.map(({ productId, lack }) => [productId, lack]));
}

function isUnchanged({ content, sentContent }: SavedDelivery): boolean {
  return sentContent !== null && sameContent(content, sentContent);
}

/** The second press of the same button names a version that the first one has left behind. */
async function isOwnRepeat(
  tx: Prisma.TransactionClient,
  { deliveryId, version }: SendDelivery,
  { userId }: Actor,
): Promise<boolean> {
  const repeat = { deliveryId, type: 'sent', byId: userId, details: { path: ['fromVersion'], equals: version } };
  return (await tx.deliveryEvent.findFirst({ where: repeat, select: { id: true } })) !== null;
}

async function writeSending(
  tx: Prisma.TransactionClient,
  { deliveryId, version }: SendDelivery,
  saved: SavedDelivery,
  { userId, at, pointName }: Actor & { pointName: string },
) {
  const { content } = saved;
  const isAnew = isNewToKitchen(content, saved);
  const details = {
    amountMinor: saved.totalMinor,
    fromAmountMinor: saved.sentTotalMinor,
    fromVersion: version,
    pointOfSaleId: content.pointOfSaleId,
    isMoved: isMoved(content, saved),
  };
  const before = saved.sentContent;
  // Kept in words: the timeline tells what was changed then, whatever the order holds by now.
  const changes = before && { parts: differences(before, content), ...lineChanges(before.lines, content.lines) };

  await tx.deliveryEvent.create({
    data: { deliveryId, type: 'sent', at, byId: userId, details: { ...details, ...changes, pointOfSale: pointName } },
    select: { id: true },
  });
  await recordAudit(tx, { userId, action: 'delivery.sent', subjectType: 'delivery', subjectId: deliveryId, details });
  await rememberAddress(tx, content, at);

  const promisedAt = isAnew
    ? null
    : promiseAfterSending({
        promisedAt: saved.promisedAt,
        wantedBefore: before?.wantedAt ?? null,
        wantedNow: content.wantedAt,
      });
  const row = await tx.delivery.update({
    where: { id: deliveryId },
    data: {
      status: statusAfterSending(saved.status, isMoved(content, saved)),
      sentContent: content,
      sentTotalMinor: saved.totalMinor,
      sentToId: content.pointOfSaleId,
      sentRevision: { increment: 1 },
      // A kitchen that takes it on begins with all of it; one that has it is shown what changed.
      ...(isAnew && { seenRevision: 0, seenContent: Prisma.DbNull }),
      promisedAt,
      // The board that loses it says so; the one that has it again does not.
      ...(isMoved(content, saved) && { ...goneNowhere, ...goneFrom(saved, at) }),
      sentAt: at,
      responsibleId: userId,
      version: { increment: 1 },
      updatedAt: at,
    },
    select: savedSelect,
  });
  await tellOfSending(tx, { deliveryId, content, before: saved, isAnew, at });
  return toSaved(row);
}

/** An address that was really used is offered for the customer's next delivery. */
async function rememberAddress(tx: Prisma.TransactionClient, content: DeliveryContent, lastUsedAt: Date): Promise<void> {
  const { customerId, fulfilment, street, flat, district, city, driverNote } = content;
  if (!customerId || fulfilment !== 'delivery') return;

  const place = { customerId, street, flat, district, city };
  const { count } = await tx.address.updateMany({ where: place, data: { lastUsedAt, driverNote } });
  if (count === 0) await tx.address.create({ data: { ...place, driverNote, lastUsedAt }, select: { id: true } });
}
