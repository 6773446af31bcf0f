import type { CustomerClass } from '../caller-card/types.ts';
import { foldText } from '../folded-text.ts';
import type { KnownChoice, LineAddress, LineCustomer, LineNumber, LineProblemKey } from './types.ts';

/** A customer who is there already, as far as an import may add to them. */
export type KnownCustomer = {
  id: string;
  name: string;
  company: string;
  note: string;
  city: string;
  country: string;
  birthday: string | null;
  source: string;
  extra: Record<string, unknown>;
  numbers: string[];
  hasAddress: boolean;
};

/** Whom the lines of a batch may mean: by number, by the id that our own export gives, by name where a line has no number. */
export type KnownPeople = {
  customers: Map<string, KnownCustomer>;
  ownersOf: Map<string, string[]>;
  withoutNumber: Map<string, string>;
};

export type NewCustomer = Omit<LineCustomer, 'class' | 'id'> & { id: string; class: CustomerClass };
export type Filling = Pick<KnownCustomer, 'id' | 'company' | 'note' | 'city' | 'country' | 'birthday' | 'source' | 'extra'>;

export type Step =
  | { kind: 'add'; customer: NewCustomer }
  | { kind: 'fill'; customerId: string; filling: Filling | null; numbers: LineNumber[]; address: LineAddress | null }
  | { kind: 'skip'; customerId: string }
  | { kind: 'refuse'; key: LineProblemKey };

/**
 * What becomes of a line, among those who are known by then: what it adds is known to the lines behind it. Nothing that is there is ever
 * overwritten, and a line that is stored already changes nothing.
 */
export function planLine(line: LineCustomer, known: KnownCustomerChoice): Step {
  const { people, choice, newId } = known;
  const meant = whoIsMeant(line, people, choice);
  if (meant.kind === 'unclear') return { kind: 'refuse', key: meant.key };

  if (meant.kind === 'nobody') {
    const customer = { ...line, id: newId(), class: line.class ?? 'regular' };
    remember(people, customer);
    return { kind: 'add', customer };
  }

  const { customer } = meant;
  if (choice === 'skip') return { kind: 'skip', customerId: customer.id };
  const step = fill(line, customer);
  return step ?? { kind: 'skip', customerId: customer.id };
}

export type KnownCustomerChoice = { people: KnownPeople; choice: KnownChoice; newId: () => string };

type Meant = { kind: 'nobody' } | { kind: 'one'; customer: KnownCustomer } | { kind: 'unclear'; key: LineProblemKey };

function whoIsMeant(line: LineCustomer, people: KnownPeople, choice: KnownChoice): Meant {
  const byId = line.id && people.customers.get(line.id);
  if (byId) return withoutTaking(line, byId, people, choice);

  if (line.numbers.length === 0) {
    const same = people.withoutNumber.get(nameKey(line));
    const customer = same && people.customers.get(same);
    return customer ? { kind: 'one', customer } : { kind: 'nobody' };
  }

  const owners = ownersOf(line.numbers, people);
  const called = owners.filter((owner) => nameKey(owner) === nameKey(line) || sameName(owner, line));
  const [one] = called;
  if (one) return withoutTaking(line, one, people, choice);
  if (choice === 'add' || owners.length === 0) return { kind: 'nobody' };
  const [only, another] = owners;
  if (only && !another) return { kind: 'one', customer: only };

  // A number of several people, none of them called so: whose the line is, nobody knows (R30).
  const isOneNumber = line.numbers.some(({ e164 }) => (people.ownersOf.get(e164)?.length ?? 0) > 1);
  return { kind: 'unclear', key: isOneNumber ? 'ownersUnclear' : 'numbersOfSeveral' };
}

/** No number is taken from, or shared with, somebody else without a person who says so (S1.15a). */
function withoutTaking(line: LineCustomer, customer: KnownCustomer, people: KnownPeople, choice: KnownChoice): Meant {
  const others = line.numbers.filter(
    ({ e164 }) => !customer.numbers.includes(e164) && (people.ownersOf.get(e164) ?? []).some((id) => id !== customer.id),
  );
  return others.length > 0 && choice !== 'add' ? { kind: 'unclear', key: 'numbersOfSeveral' } : { kind: 'one', customer };
}

function ownersOf(numbers: LineNumber[], people: KnownPeople): KnownCustomer[] {
  const ids = new Set(numbers.flatMap(({ e164 }) => people.ownersOf.get(e164) ?? []));
  return [...ids].flatMap((id) => people.customers.get(id) ?? []);
}

/** What the line says and the customer lacks; null when that is nothing. */
function fill(line: LineCustomer, customer: KnownCustomer): Step | null {
  const missing = line.numbers.filter(({ e164 }) => !customer.numbers.includes(e164));
  const extra = Object.fromEntries(Object.entries(line.extra).filter(([id]) => !(id in customer.extra)));
  const filling: Filling = {
    id: customer.id,
    company: customer.company ? '' : line.company,
    note: customer.note ? '' : line.note,
    city: customer.city ? '' : line.city,
    country: customer.country ? '' : line.country,
    birthday: customer.birthday ? null : line.birthday,
    source: customer.source ? '' : line.source,
    extra,
  };
  const { id: _, extra: __, ...texts } = filling;
  const fillsDetails = Object.values(texts).some(Boolean) || Object.keys(extra).length > 0;
  const address = customer.hasAddress ? null : line.address;
  if (!fillsDetails && missing.length === 0 && !address) return null;

  customer.company ||= line.company;
  customer.note ||= line.note;
  customer.city ||= line.city;
  customer.country ||= line.country;
  customer.birthday ??= line.birthday;
  customer.source ||= line.source;
  customer.extra = { ...extra, ...customer.extra };
  customer.numbers.push(...missing.map(({ e164 }) => e164));
  customer.hasAddress ||= address !== null;
  return { kind: 'fill', customerId: customer.id, filling: fillsDetails ? filling : null, numbers: missing, address };
}

function remember(people: KnownPeople, { address, numbers, ...customer }: NewCustomer): void {
  const e164s = numbers.map(({ e164 }) => e164);
  people.customers.set(customer.id, { ...customer, numbers: e164s, hasAddress: address !== null });
  for (const e164 of e164s) people.ownersOf.set(e164, [...(people.ownersOf.get(e164) ?? []), customer.id]);
  if (e164s.length === 0) people.withoutNumber.set(nameKey(customer), customer.id);
}

/** By which two without a number are one: name and company, letter by letter. */
export function nameKey({ name, company }: { name: string; company: string }): string {
  return JSON.stringify([name, company]);
}

function sameName(one: { name: string }, other: { name: string }): boolean {
  return foldText(one.name) === foldText(other.name);
}
