import type { FoundCustomer } from '@/lib/customers/types';
import type { Found, FoundDelivery, FoundDriver, TypedNumber } from '@/lib/search/types';

/** Something with a page of its own. */
export type Page =
  | { kind: 'customer'; key: string; href: string; customer: FoundCustomer }
  | { kind: 'delivery'; key: string; href: string; delivery: FoundDelivery }
  | { kind: 'driver'; key: string; href: string; driver: FoundDriver };

/** What one can choose: something found, all there is of a kind, or what to do with a number. */
export type Item =
  | Page
  | { kind: 'all'; key: string; href: string; of: 'customers' | 'deliveries' }
  | { kind: 'newDelivery'; key: string; href: string; number: TypedNumber }
  | { kind: 'dial'; key: string; href: null; number: TypedNumber; by: 'dialer' | 'application' };

export type Group = { name: 'customers' | 'deliveries' | 'drivers' | 'number'; items: Item[] };

/** What this desk dials with: a dialer that is switched off is none (S2.8), and another application is handed the number (S2.9). */
export type Dials = 'dialer' | 'application' | null;

/** Where there are as many as are shown, there may be more. */
const SHOWN_ROWS = 5;

/** What was found, in the order in which it is most likely meant. Empty groups are left out. */
export function groupsOf(found: Found, typed: string, dials: Dials): Group[] {
  const { customers, deliveries, drivers, number } = found;
  const text = typed.trim();
  const groups: Group[] = [
    { name: 'customers', items: [...customers.map(customerItem), ...allOf('customers', customers.length, text)] },
    { name: 'deliveries', items: [...deliveries.map(deliveryItem), ...allOf('deliveries', deliveries.length, text)] },
    { name: 'drivers', items: drivers.map(driverItem) },
    { name: 'number', items: number ? numberItems(number, dials) : [] },
  ];
  const [first] = deliveries;
  if (first && /^#?\s*\d+$/.test(text) && Number(text.replace(/\D/g, '')) === first.number) toFront(groups, 'deliveries');
  return groups.filter(({ items }) => items.length > 0);
}

function toFront(groups: Group[], name: Group['name']): void {
  groups.sort((one, other) => Number(other.name === name) - Number(one.name === name));
}

function customerItem(customer: FoundCustomer): Item {
  return { kind: 'customer', key: `customer-${customer.id}`, href: `/customers/${customer.id}`, customer };
}

function deliveryItem(delivery: FoundDelivery): Item {
  return { kind: 'delivery', key: `delivery-${delivery.id}`, href: `/deliveries/${delivery.id}`, delivery };
}

function driverItem(driver: FoundDriver): Item {
  return { kind: 'driver', key: `driver-${driver.id}`, href: `/drivers/${driver.id}`, driver };
}

function allOf(of: 'customers' | 'deliveries', count: number, text: string): Item[] {
  // The list of deliveries has no such mark for a number, and shows what is open today unless it is told otherwise.
  if (count < SHOWN_ROWS || text.startsWith('#')) return [];
  const query = new URLSearchParams({ text, ...(of === 'deliveries' && { day: 'any', status: 'any' }) });
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
  return item.kind === 'customer' || item.kind === 'delivery' || item.kind === 'driver';
}
