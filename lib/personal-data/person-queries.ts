import { db, pool } from '../db/client.ts';
import { readNumber } from '../phone-number.ts';
import type { PersonAsked } from './schema.ts';
import type { Footprint, Person, PersonContact, PersonCustomer, PersonScope, View } from './types.ts';

/** What both the pool and one client in a transaction can do. */
export type Queryable = { query: <Row extends object>(text: string, values: unknown[]) => Promise<{ rows: Row[] }> };

const MOST_CUSTOMERS = 500;
const VIEW_ROWS = 200;

/** Whom an address of the page means; null where it names nobody. */
export function readScope({ number, customer }: PersonAsked, country: string): PersonScope | 'unreadable' | null {
  if (customer) return { kind: 'customer', customerId: customer };
  if (!number) return null;
  const read = readNumber(number, country);
  return read.kind === 'number' ? { kind: 'number', e164: read.e164 } : 'unreadable';
}

const CUSTOMERS_OF_NUMBER = `
  select c.id, c.name, c.company from "Customer" c
   where c.id in (select "customerId" from "PhoneNumber" where e164 = $1 and "contactId" is null and "customerId" is not null)
   order by c.name, c.id limit ${MOST_CUSTOMERS}`;
const CONTACTS_OF_NUMBER = `
  select p.id, p.name, p."customerId", c.name as "customerName"
    from "ContactPerson" p join "Customer" c on c.id = p."customerId"
   where p.id in (select "contactId" from "PhoneNumber" where e164 = $1)
   order by p.name, p.id limit ${MOST_CUSTOMERS}`;
const CUSTOMER = `select id, name, company from "Customer" where id = $1`;
const CONTACTS_OF_CUSTOMERS = `
  select p.id, p.name, p."customerId", c.name as "customerName"
    from "ContactPerson" p join "Customer" c on c.id = p."customerId"
   where p."customerId" = any($1::uuid[]) order by p.name, p.id`;
// A number is theirs alone when all its rows are of those who are meant.
const NUMBERS = `
  select n.e164,
         bool_and(coalesce(n."customerId" = any($1::uuid[]), false) or coalesce(n."contactId" = any($2::uuid[]), false)) as "isOwn",
         bool_or(n."driverId" is not null) as "isDrivers"
    from "PhoneNumber" n
   where n.e164 in (select e164 from "PhoneNumber" where "customerId" = any($1::uuid[]) or "contactId" = any($2::uuid[]) or e164 = $3)
   group by n.e164 order by n.e164`;
const PHOTOS = `select "photoId" as id from "Customer" where id = any($1::uuid[]) and "photoId" is not null`;

/** Who is meant, with what is theirs alone; nobody is known of a number that only calls have. */
export async function findPerson(scope: PersonScope, on: Queryable = pool()): Promise<Person | null> {
  const byNumber = scope.kind === 'number';
  const { rows: customers } = byNumber
    ? await on.query<PersonCustomer>(CUSTOMERS_OF_NUMBER, [scope.e164])
    : await on.query<PersonCustomer>(CUSTOMER, [scope.customerId]);
  if (!byNumber && customers.length === 0) return null;

  const ids = customers.map(({ id }) => id);
  const ofNumber = byNumber ? (await on.query<PersonContact>(CONTACTS_OF_NUMBER, [scope.e164])).rows : [];
  const ofCustomers = (await on.query<PersonContact>(CONTACTS_OF_CUSTOMERS, [ids])).rows;
  const contacts = [...new Map([...ofNumber, ...ofCustomers].map((row) => [row.id, row])).values()];

  const { rows } = await on.query<{ e164: string; isOwn: boolean; isDrivers: boolean }>(NUMBERS, [
    ids,
    contacts.map(({ id }) => id),
    byNumber ? scope.e164 : '',
  ]);
  const photos = await on.query<{ id: string }>(PHOTOS, [ids]);
  const own = rows.filter(({ isOwn, isDrivers }) => isOwn && !isDrivers).map(({ e164 }) => e164);
  const unowned = byNumber && rows.every(({ e164 }) => e164 !== scope.e164) ? [scope.e164] : [];
  return {
    scope,
    customers,
    contacts,
    numbers: [...unowned, ...own],
    sharedNumbers: rows.filter(({ isOwn, isDrivers }) => !isOwn && !isDrivers).map(({ e164 }) => e164),
    driverNumbers: rows.filter(({ isDrivers }) => isDrivers).map(({ e164 }) => e164),
    photoIds: photos.rows.map(({ id }) => id),
  };
}

/** $1 customers, $2 contacts, $3 numbers: all by their indexes. */
const FOOTPRINT = `
  with calls as materialized (
    select id, "connectionId", "pbxCallId" from "Call" where "fromE164" = any($3::text[]) or "toE164" = any($3::text[]))
  select (select count(*)::int from "PhoneNumber" where "customerId" = any($1::uuid[]) or "contactId" = any($2::uuid[])) as numbers,
         (select count(*)::int from "Address" where "customerId" = any($1::uuid[])) as addresses,
         (select count(*)::int from "Delivery" where "customerId" = any($1::uuid[]) or "phoneE164" = any($3::text[])) as deliveries,
         (select count(*)::int from calls) as calls,
         (select count(*)::int from "CallEvent" e where exists (
            select from calls c where c."connectionId" = e."connectionId" and c."pbxCallId" = e."pbxCallId")) as "callEvents",
         (select count(*)::int from "Note" n where n."customerId" = any($1::uuid[]) or n."wasOfCustomerId" = any($1::uuid[])
            or n."callId" in (select id from calls)) as notes,
         (select count(*)::int from "StoredFile" f where f."customerId" = any($1::uuid[]) or f."wasOfCustomerId" = any($1::uuid[])
            or f.id in (select "photoId" from "Customer" where id = any($1::uuid[]))) as files,
         (select count(*)::int from "Interest" where "customerId" = any($1::uuid[]) or "phoneE164" = any($3::text[])) as interests,
         (select count(*)::int from "CustomerMerge" where "keptId" = any($1::uuid[]) or "mergedId" = any($1::uuid[])) as merges,
         (select count(*)::int from "AuditEntry" where "subjectType" = 'customer' and "subjectId" = any($1::text[])) as audit`;

export async function footprintOf(person: Person, on: Queryable = pool()): Promise<Footprint> {
  const { customers, contacts, numbers } = person;
  const { rows } = await on.query<Omit<Footprint, 'customers' | 'contacts'>>(FOOTPRINT, [
    customers.map(({ id }) => id),
    contacts.map(({ id }) => id),
    numbers,
  ]);
  const [counts] = rows;
  if (!counts) throw new Error('A count answers one row.');
  return { ...counts, customers: customers.length, contacts: contacts.length };
}

const BUSY = `
  select (select count(*)::int from "Call" where "endedAt" is null and ("fromE164" = any($2::text[]) or "toE164" = any($2::text[]))) as calls,
         (select count(*)::int from "Delivery" where ("customerId" = any($1::uuid[]) or "phoneE164" = any($2::text[]))
             and status not in ('draft', 'delivered', 'cancelled')) as deliveries`;

export type Busy = { calls: number; deliveries: number };

/** What is under way: nobody is erased in the middle of it. */
export async function underWay({ customers, numbers }: Person, on: Queryable = pool()): Promise<Busy> {
  const { rows } = await on.query<Busy>(BUSY, [customers.map(({ id }) => id), numbers]);
  return rows[0] ?? { calls: 0, deliveries: 0 };
}

/** Who looked at them, and when; latest first. */
export async function listViews({ customers }: Pick<Person, 'customers'>): Promise<View[]> {
  const names = new Map(customers.map(({ id, name }) => [id, name]));
  const rows = await db.auditEntry.findMany({
    where: { subjectType: 'customer', subjectId: { in: [...names.keys()] }, action: 'customer.viewed' },
    select: { id: true, at: true, subjectId: true, user: { select: { name: true } } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: VIEW_ROWS,
  });
  return rows.map(({ id, at, subjectId, user }) => ({
    id: String(id),
    at,
    userName: user?.name ?? null,
    customerName: names.get(subjectId ?? '') ?? '',
  }));
}
