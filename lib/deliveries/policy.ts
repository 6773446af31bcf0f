import { differences, samePhone } from './merge.ts';
import { type DeliveryStatus, isFinal } from './status.ts';
import type { DeliveryContent, DeliveryPhone, SavedDelivery } from './types.ts';

/** Where a delivery that is not ready to send lacks something, and the key of the sentence that says so. */
export type SendProblem =
  | { field: 'lines'; problem: 'noLines' }
  | { field: 'pointOfSaleId'; problem: 'noPointOfSale' }
  | { field: 'wantedAt'; problem: 'noTime' }
  | { field: 'street'; problem: 'noStreet' }
  | { field: 'phone'; problem: 'nobody' };

/**
 * What keeps a delivery from being sent, in the order of the screen; empty when nothing does. `read` is how a number was read
 * last: a number that nobody has read yet counts, until the server says it is none.
 */
export function sendProblems(content: DeliveryContent, read: DeliveryPhone | null): SendProblem[] {
  const problems: SendProblem[] = [];
  if (!mayBeReached(content.phone, read) && !content.customerName.trim()) problems.push({ field: 'phone', problem: 'nobody' });
  if (content.fulfilment === 'delivery' && !content.street.trim()) problems.push({ field: 'street', problem: 'noStreet' });
  if (!content.wantedAt) problems.push({ field: 'wantedAt', problem: 'noTime' });
  if (content.lines.length === 0) problems.push({ field: 'lines', problem: 'noLines' });
  if (!content.pointOfSaleId) problems.push({ field: 'pointOfSaleId', problem: 'noPointOfSale' });
  return problems;
}

function mayBeReached(phone: string, read: DeliveryPhone | null): boolean {
  const isUnreadable = read !== null && read.e164 === null && samePhone(read.raw, phone);
  return phone.trim() !== '' && !isUnreadable;
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
