import type { FoundCustomer } from '@/lib/customers/types';
import type { Found, FoundDelivery, FoundDriver, FoundInterest, TypedNumber } from '@/lib/search/types';

/** Something with a page of its own. */
export type Page =
  | { kind: 'customer'; key: string; href: string; customer: FoundCustomer }
  | { kind: 'delivery'; key: string; href: string; delivery: FoundDelivery }
  | { kind: 'driver'; key: string; href: string; driver: FoundDriver }
  | { kind: 'interest'; key: string; href: string; interest: FoundInterest };

type Listed = 'customers' | 'deliveries' | 'interests';

/** What one can choose: something found, all there is of a kind, or what to do with a number. */
export type Item =
  | Page
  | { kind: 'all'; key: string; href: string; of: Listed }
  | { kind: 'newDelivery'; key: string; href: string; number: TypedNumber }
  | { kind: 'dial'; key: string; href: null; number: TypedNumber; by: 'dialer' | 'application' };

export type Group = { name: Listed | 'drivers' | 'number'; items: Item[] };

/** What this desk dials with: a dialer that is switched off is none (S2.8), and another application is handed the number (S2.9). */
export type Dials = 'dialer' | 'application' | null;

/** Where there are as many as are shown, there may be more. */
const SHOWN_ROWS = 5;

/** What was found, in the order in which it is most likely meant. Empty groups are left out. */
export function groupsOf(found: Found, typed: string, dials: Dials): Group[] {
  const { customers, deliveries, drivers, interests, number } = found;
  const text = typed.trim();
  const groups: Group[] = [
    { name: 'customers', items: [...customers.map(customerItem), ...allOf('customers', customers.length, text)] },
    { name: 'deliveries', items: [...deliveries.map(deliveryItem), ...allOf('deliveries', deliveries.length, text)] },
    { name: 'interests', items: [...interests.map(interestItem), ...allOf('interests', interests.length, text)] },
    { name: 'drivers', items: drivers.map(driverItem) },
    { name: 'number', items: number ? numberItems(number, dials) : [] },
  ];
  const typedNumber = /^#?\s*(\d+)$/.exec(text)?.[1];
  if (typedNumber && Number(typedNumber) === interests[0]?.number) toFront(groups, 'interests');
  if (typedNumber && Number(typedNumber) === deliveries[0]?.number) toFront(groups, 'deliveries');
  return groups.filter(({ items }) => items.length > 0);
}

/** A list that shows what is open, unless it is told otherwise. */
const EVERYTHING = { customers: {}, deliveries: { day: 'any', status: 'any' }, interests: { stage: 'any' } };

function toFront(groups: Group[], name: Group['name']): void {
  groups.sort((one, other) => Number(other.name === name) - Number(one.name === name));
}

function customerItem(customer: FoundCustomer): Item {
  return { kind: 'customer', key: `customer-${customer.id}`, href: `/customers/${customer.id}`, customer };
}

function deliveryItem(delivery: FoundDelivery): Item {
  return { kind: 'delivery', key: `delivery-${delivery.id}`, href: `/deliveries/${delivery.id}`, delivery };
}

function interestItem(interest: FoundInterest): Item {
  return { kind: 'interest', key: `interest-${interest.id}`, href: `/interests/${interest.id}`, interest };
}

function driverItem(driver: FoundDriver): Item {
  return { kind: 'driver', key: `driver-${driver.id}`, href: `/drivers/${driver.id}`, driver };
}

function allOf(of: Listed, count: number, text: string): Item[] {
  // The list of deliveries has no such mark for a number.
  if (count < SHOWN_ROWS || text.startsWith('#')) return [];
  const query = new URLSearchParams({ text, ...EVERYTHING[of] });
  return [{ kind: 'all', key: `all-${of}`, href: `/${of}?${query}`, of }];
}

function numberItems(number: TypedNumber, dials: Dials): Item[] {
  const items: Item[] = [];
  if (dials) items.push({ kind: 'dial', key: 'dial', href: null, number, by: dials });
  if (number.isUnknown && number.mayOrder) {
    const query = new URLSearchParams({ phone: number.e164 });
    items.push({ kind: 'newDelivery', key: 'new-delivery', href: `/deliveries/new?${query}`, number });
  }
  return items;
}

export function isPage(item: Item): item is Page {
  return item.kind === 'customer' || item.kind === 'delivery' || item.kind === 'driver' || item.kind === 'interest';
}
