import { isOpenAt } from '../opening-hours.ts';
import type { PointOfSaleFacts } from '../points-of-sale/types.ts';
import type { Lack } from '../products/types.ts';
import { PASSED_MS } from './limits.ts';
import { differences, samePhone } from './merge.ts';
import { type DeliveryStatus, isFinal, statusAfterSending } from './status.ts';
import type { DeliveryContent, DeliveryPhone, OrderLine, SavedDelivery } from './types.ts';

/** Where a delivery that is not ready to send lacks something, and the key of the sentence that says so. */
export type SendProblem =
  | { field: 'phone'; problem: 'nobody' }
  | { field: 'street'; problem: 'noStreet' }
  | { field: 'wantedAt'; problem: 'noTime' | 'timePassed' }
  | { field: 'lines'; problem: 'noLines' }
  /** `products`: their names, as the order has them. */
  | { field: 'lines'; problem: 'soldOut'; products: string[] }
  | { field: 'pointOfSaleId'; problem: 'noPointOfSale' | 'pointStopped' | 'pointClosed' };

/** What the answer to "can it be sent?" depends on beside the delivery itself. */
export type SendCheck = {
  /** Null for what has no row yet. */
  saved: Pick<SavedDelivery, 'status' | 'sentToId' | 'phone' | 'sentContent'> | null;
  /** The chosen point of sale; null where none is, or it is in business no more. */
  point: PointOfSaleFacts | null;
  /** The products that cannot be had there now. */
  lacking: ReadonlyMap<string, Lack>;
  now: Date;
  timeZone: string;
};

/**
 * What keeps a delivery from being sent, in the order of the screen; empty when nothing does. A number that nobody has read
 * yet counts, until the server says it is none. One that a kitchen already carries is not asked again whether that kitchen is
 * open, or its time still to come: the customer waits for it.
 */
export function sendProblems(content: DeliveryContent, check: SendCheck): SendProblem[] {
  const problems: SendProblem[] = [];
  if (!knowsSomebody(content, check)) problems.push({ field: 'phone', problem: 'nobody' });
  if (content.fulfilment === 'delivery' && !content.street.trim()) problems.push({ field: 'street', problem: 'noStreet' });
  problems.push(...timeProblems(content, check));
  problems.push(...lineProblems(content, check));
  problems.push(...pointProblems(content, check));
  return problems;
}

/** The lines that the kitchen cannot take on. What it has already it may have cooked: that stays, whatever is sold out since. */
export function lackingLines(
  content: Pick<DeliveryContent, 'lines' | 'pointOfSaleId'>,
  { saved, lacking }: Pick<SendCheck, 'saved' | 'lacking'>,
): OrderLine[] {
  const known = isNewToKitchen(content, saved) ? [] : (saved?.sentContent?.lines ?? []);
  return content.lines.filter((line) => lacking.has(line.productId) && !known.some(({ id }) => id === line.id));
}

/** Whether sending asks a kitchen to take it on, rather than telling one that has it what changed. */
export function isNewToKitchen(
  content: Pick<DeliveryContent, 'pointOfSaleId'>,
  saved: Pick<SavedDelivery, 'status' | 'sentToId'> | null,
): boolean {
  if (!saved) return true;
  return isMoved(content, saved) || statusAfterSending(saved.status) !== saved.status;
}

/** Whether it goes to another point of sale than the one that has it. */
export function isMoved(
  { pointOfSaleId }: Pick<DeliveryContent, 'pointOfSaleId'>,
  { sentToId }: { sentToId: string | null },
): boolean {
  return sentToId !== null && pointOfSaleId !== null && sentToId !== pointOfSaleId;
}

function knowsSomebody({ phone, customerName, fulfilment }: DeliveryContent, { saved, point }: SendCheck): boolean {
  if (customerName.trim() || mayBeReached(phone, saved?.phone ?? null)) return true;
  return fulfilment === 'pick_up' && (point?.allowsAnonymousPickUp ?? false);
}

function mayBeReached(phone: string, read: DeliveryPhone | null): boolean {
  const isUnreadable = read !== null && read.e164 === null && samePhone(read.raw, phone);
  return phone.trim() !== '' && !isUnreadable;
}

function timeProblems(content: DeliveryContent, { saved, now }: SendCheck): SendProblem[] {
  if (!content.wantedAt) return [{ field: 'wantedAt', problem: 'noTime' }];
  const isPassed = new Date(content.wantedAt).getTime() < now.getTime() - PASSED_MS;
  return isPassed && isNewToKitchen(content, saved) ? [{ field: 'wantedAt', problem: 'timePassed' }] : [];
}

function lineProblems(content: DeliveryContent, check: SendCheck): SendProblem[] {
  if (content.lines.length === 0) return [{ field: 'lines', problem: 'noLines' }];
  const lacking = lackingLines(content, check);
  return lacking.length > 0 ? [{ field: 'lines', problem: 'soldOut', products: lacking.map(({ name }) => name) }] : [];
}

function pointProblems(content: DeliveryContent, { saved, point, timeZone }: SendCheck): SendProblem[] {
  if (!content.pointOfSaleId || !point) return [{ field: 'pointOfSaleId', problem: 'noPointOfSale' }];
  if (!isNewToKitchen(content, saved)) return [];
  if (point.isStopped) return [{ field: 'pointOfSaleId', problem: 'pointStopped' }];
  const isClosed = content.wantedAt && !isOpenAt(point.openingHours, new Date(content.wantedAt), timeZone);
  return isClosed ? [{ field: 'pointOfSaleId', problem: 'pointClosed' }] : [];
}

/** Until it is delivered or cancelled: also while it cooks, for the customer who calls again (S0.15). */
export function isEditable(status: DeliveryStatus): boolean {
  return !isFinal(status);
}

/** How many things the point of sale does not know yet; 0 while it knows nothing of the delivery at all, and once that is closed. */
export function countUnsent(saved: SavedDelivery | null, mine: DeliveryContent): number {
  if (!saved?.sentContent || !isEditable(saved.status)) return 0;
  return differences(saved.sentContent, mine).length;
}

/** A draft is simply dropped; one that a kitchen knows of needs a reason. */
export function needsReasonToCancel(status: DeliveryStatus): boolean {
  return status !== 'draft';
}
