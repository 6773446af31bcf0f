import { type DeliveryStatus, isFinal } from '../deliveries/status.ts';
import type { TillMessage } from '../deliveries/till-message.ts';

/** Why a till is not told what waits for it, as a key. */
export const NOT_TOLD_REASONS = ['over', 'elsewhere', 'newer', 'neverTold'] as const;
export type NotToldReason = (typeof NOT_TOLD_REASONS)[number];

/** How the delivery of a message stands by now. */
export type Standing = {
  status: DeliveryStatus;
  /** Whether it is still with the point of sale of the message. */
  isHere: boolean;
  /** Whether the till may know of it from an earlier message. */
  isKnown: boolean;
  /** Whether a later message that waits tells all of it. */
  hasNewer: boolean;
};

/**
 * Why nobody needs to hear this any more: a till that was away for an hour must not cook what is eaten, nor print an order three
 * times. What takes an order back is told whenever the till may have that order, however late.
 */
export function whyNotToTell(type: TillMessage['type'], standing: Standing): NotToldReason | null {
  switch (type) {
    case 'delivery.sent':
    case 'delivery.changed':
      if (!standing.isHere) return 'elsewhere';
      if (isOver(standing)) return 'over';
      return standing.hasNewer ? 'newer' : null;
    case 'delivery.cancelled':
    case 'delivery.withdrawn':
      return standing.isKnown ? null : 'neverTold';
    case 'till.test':
      return null;
  }
}

/** Nothing is left to do; what left the kitchen is over for a till that never had it, as it was worked on the board. */
function isOver({ status, isKnown }: Standing): boolean {
  return isFinal(status) || status === 'rejected' || (status === 'on_the_way' && !isKnown);
}

/** The later of two messages about one delivery, told alone: it says what both of them said. */
export function folded(earlier: TillMessage, later: TillMessage): TillMessage {
  if (later.type !== 'delivery.changed') return later;

  const { changes, ...data } = later.data;
  if (earlier.type === 'delivery.sent') return { ...later, type: 'delivery.sent', data };
  if (earlier.type !== 'delivery.changed') return later;
  return { ...later, data: { ...data, changes: [...new Set([...earlier.data.changes, ...changes])] } };
}
