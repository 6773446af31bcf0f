import type { CardCustomer, CardDriver, DeskCall } from '@/lib/caller-card/types';
import type { InterestOfCall } from '@/lib/inquiries/types';
import type { PersonClass } from '../ui/class-icon';

/** Whom the desk takes the other side of a call for. */
export type Caller =
  | { kind: 'withheld' }
  | { kind: 'unknown'; pbxName: string }
  /** Nobody's record yet: of an inquiry that was registered of this call. */
  | { kind: 'potential'; name: string; interestId: string }
  | { kind: 'colleague'; name: string }
  | { kind: 'driver'; name: string; driver: CardDriver }
  | { kind: 'customer'; customer: CardCustomer }
  | { kind: 'several'; customers: CardCustomer[]; more: number };

type CallSeen = Pick<DeskCall, 'number' | 'pbxName' | 'card'>;

/**
 * Somebody the desk knows comes before what the PBX says; a driver is no customer even where the number is both (S0.20).
 * `chosenId`: whom the operator took of several (S0.14).
 */
export function callerOf({ number, pbxName, card }: CallSeen, chosenId: string | null = null): Caller {
  if (number.isWithheld) return { kind: 'withheld' };
  if (card.colleague) return { kind: 'colleague', name: card.colleague.name };
  if (card.driver) return { kind: 'driver', name: card.driver.name, driver: card.driver };

  const [first, second] = card.customers;
  if (!first) return { kind: 'unknown', pbxName };
  if (!second) return { kind: 'customer', customer: first };
  const chosen = card.customers.find(({ id }) => id === chosenId);
  if (chosen) return { kind: 'customer', customer: chosen };
  return {
    kind: 'several',
    customers: card.customers.slice(0, LISTED_CUSTOMERS),
    more: card.customerCount - Math.min(card.customers.length, LISTED_CUSTOMERS),
  };
}

const LISTED_CUSTOMERS = 5;

/** Of somebody unknown the inquiry says who it is, once it was registered (S3.13). */
export function namedBy(interests: Pick<InterestOfCall, 'id' | 'potentialName'>[], caller: Caller): Caller {
  if (caller.kind !== 'unknown' && caller.kind !== 'withheld') return caller;
  const named = interests.find(({ potentialName }) => potentialName !== '');
  return named ? { kind: 'potential', name: named.potentialName, interestId: named.id } : caller;
}

/** The class that a card shows; null where it lists several people, each with their own. */
export function classOf(caller: Caller): PersonClass | null {
  switch (caller.kind) {
    case 'customer':
      return caller.customer.class;
    case 'driver':
      return 'driver';
    case 'unknown':
    case 'withheld':
      return 'unknown';
    case 'colleague':
    case 'several':
    case 'potential':
      return null;
  }
}

/** The name to say aloud, where there is one. */
export function nameOf(caller: Caller): string | null {
  switch (caller.kind) {
    case 'customer':
      return caller.customer.contact?.name ?? caller.customer.name;
    case 'driver':
    case 'colleague':
    case 'potential':
      return caller.name;
    case 'unknown':
      return caller.pbxName || null;
    case 'several':
    case 'withheld':
      return null;
  }
}

/** Whether what stands on top of the card is the name to say aloud: there is no company above it. */
export function isNamedByTitle(caller: Caller): boolean {
  if (caller.kind === 'customer') return !caller.customer.company && !caller.customer.contact;
  return caller.kind === 'driver' || caller.kind === 'colleague' || caller.kind === 'potential';
}

/** A note is read at a glance by its first sentence: that one stands out (S1.7). */
export function splitNote(note: string): { first: string; rest: string } {
  const end = note.search(/[.!?](\s|$)/);
  if (end === -1) return { first: note, rest: '' };
  return { first: note.slice(0, end + 1), rest: note.slice(end + 1).trim() };
}
