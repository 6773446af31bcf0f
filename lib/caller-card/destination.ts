import type { CallDirection } from '../calls/types.ts';
import type { IncomingCallAction } from '../users/types.ts';
import type { CallerCard, Destination } from './types.ts';

type AnsweredCall = {
  direction: CallDirection;
  /** What goes into the phone field of a new delivery: E.164 where we can read it, as the PBX wrote it otherwise. */
  phone: string | null;
  card: CallerCard;
};

/**
 * What Answer opens. A driver's call opens the driver whatever the operator prefers (S0.20); a colleague's opens nothing;
 * else the operator's own *Action on incoming call* decides: "Register an inquiry" opens the wizard, for whoever calls (S3.17),
 * and "Open delivery" follows S0.9–S0.14b.
 */
export function whatOpens({ direction, phone, card }: AnsweredCall, action: IncomingCallAction): Destination {
  if (direction !== 'inbound' || card.colleague) return { kind: 'nothing' };
  if (card.driver) return { kind: 'driver', driverId: card.driver.id };
  if (action === 'register_inquiry') return { kind: 'inquiry' };
  // The call window joins with its own issue; until then such a call opens nothing.
  if (action !== 'open_delivery') return { kind: 'nothing' };
  if (phone === null) return { kind: 'newDelivery', phone: null, customerId: null };

  const [earliest] = card.openDeliveries;
  if (earliest) return { kind: 'delivery', deliveryId: earliest.id };
  if (card.customers.length > 1) return { kind: 'chooseCustomer', phone, customers: card.customers };
  return { kind: 'newDelivery', phone, customerId: card.customers[0]?.id ?? null };
}
