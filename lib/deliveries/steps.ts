import { DELIVERY_PARTS, type DeliveryPart } from './parts.ts';
import { type SendCheck, type SendProblem, sendProblems } from './policy.ts';
import type { DeliveryContent } from './types.ts';

const PART_OF: Record<SendProblem['field'], DeliveryPart> = {
  phone: 'client',
  street: 'address',
  lines: 'order',
  wantedAt: 'checkout',
  pointOfSaleId: 'checkout',
};

/** The steps that lack nothing any more (S0.16b). The address of a pick-up never does. */
export function completeSteps(content: DeliveryContent, check: SendCheck): DeliveryPart[] {
  const lacking = new Set(sendProblems(content, check).map(({ field }) => PART_OF[field]));
  return DELIVERY_PARTS.filter((part) => !lacking.has(part));
}
