import type { CustomerClass } from '../caller-card/types.ts';
import { db } from '../db/client.ts';
import { Prisma } from '../db/generated/client.ts';
import { withCallability } from '../phone-number.ts';
import { foundByName, isListed, someBeginning, someFound } from './finding.ts';
import { isMeant } from './matching.ts';
import { readMeant } from './meant.ts';
import type { CustomerFilter } from './schema.ts';
import type { Meaningful } from './search.ts';
import type { CustomerNumber, FoundCustomer, Place } from './types.ts';

export const PAGE_ROWS = 50;
/** One more than a page, to know that it is not the last. */
const ROWS = PAGE_ROWS + 1;
/** What one in forty has fills a page within these; what fewer have, the index of trigrams finds and sorts in no time. */
const WALKED_ROWS = 2_000;
const FOUND_ROWS = 8;
const CANDIDATE_ROWS = 200;
/** One who ordered in these days is a customer of now, and found first (S0.16b). */
const RECENT_MS = 90 * 24 * 60 * 60_000;

export type CustomerRow = {
  id: string;
  name: string;
  company: string | null;
  class: CustomerClass;
  city: string | null;
  number: Pick<CustomerNumber, 'e164' | 'display' | 'isCallable'> | null;
  address: Place | null;
  orderCount: number;
  lastOrderAt: Date | null;
};

// Three index scans for each row that is shown, none for those that are not.
const MAIN_NUMBER = Prisma.sql`left join lateral (
  select n.e164, n.display from "PhoneNumber" n where n."customerId" = c.id order by n."isPrimary" desc, n.id limit 1) n on true`;
const LAST_ADDRESS = Prisma.sql`left join lateral (
  select json_build_object('street', a.street, 'flat', a.flat, 'district', a.district, 'city', a.city, 'driverNote', a."driverNote") as place
    from "Address" a where a."customerId" = c.id order by a."lastUsedAt" desc, a.id limit 1) a on true`;
const ORDERS = Prisma.sql`left join lateral (
  select count(*)::int as count, max(d."wantedAt") as last from "Delivery" d
   where d."customerId" = c.id and d.status not in ('draft', 'cancelled')) o on true`;

type RawRow = Omit<CustomerRow, 'number'> & { e164: string | null; display: string | null };

/**
 * One page by name; `filter.after` is the last row of the page before (keyset: any page costs what the first does). A page of what is
 * common is filled within a short walk by name; for what is not, an index finds them all, who are few enough to be put in order.
 */
export async function listCustomers(filter: CustomerFilter, country: string): Promise<{ rows: CustomerRow[]; hasMore: boolean }> {
  const search = await readMeant(filter.text ?? '', country);
  if (search.kind === 'nobody') return { rows: [], hasMore: false };

  const rows = search.kind === 'everybody' ? await rowsOf(byName(filter, ROWS)) : await searched(search, filter);
  return { rows: rows.slice(0, PAGE_ROWS).map(toRow), hasMore: rows.length > PAGE_ROWS };
}

async function searched(search: Meaningful, filter: CustomerFilter) {
  if (search.kind !== 'number') {
    const rows = await rowsOf(Prisma.sql`
      select c.* from (${byName(filter, WALKED_ROWS)}) c where ${isMeant(search)} order by c.name, c.id limit ${ROWS}`);
    if (rows.length === ROWS) return rows;
  }
  return rowsOf(Prisma.sql`select c.* from "Customer" c where c.id in (${foundByName(search, filter, ROWS)})`);
}

function byName(filter: CustomerFilter, most: number): Prisma.Sql {
  return Prisma.sql`select c.* from "Customer" c where ${isListed(filter)} order by c.name, c.id limit ${most}`;
}

function rowsOf(customers: Prisma.Sql): Promise<RawRow[]> {
  return db.$queryRaw<RawRow[]>`
    select c.id, c.name, c.company, c.class, c.city, n.e164, n.display, a.place as address,
           o.count as "orderCount", o.last as "lastOrderAt"
      from (${customers}) c ${MAIN_NUMBER} ${LAST_ADDRESS} ${ORDERS}
     order by c.name, c.id`;
}

function toRow({ e164, display, ...row }: RawRow): CustomerRow {
  return { ...row, number: e164 && display ? withCallability({ e164, display }) : null };
}

/** Those a name, an address or a number being typed may mean, who ordered lately first; nobody for an empty text. */
export async function findCustomers(text: string, country: string, now: Date, most = FOUND_ROWS): Promise<FoundCustomer[]> {
  const search = await readMeant(text, country);
  return search.kind === 'everybody' || search.kind === 'nobody' ? [] : findMeant(search, now, most);
}

export async function findMeant(search: Meaningful, now: Date, most: number): Promise<FoundCustomer[]> {
  if (search.kind !== 'part') return find(foundCustomers(search, now, most));

  // People say a number from its beginning: most of the time that is enough.
  const found = await find(foundCustomers(search, now, most, someBeginning(search, CANDIDATE_ROWS)));
  return found.length > 0 ? found : find(foundCustomers(search, now, most));
}

/** Who has this number, capped: half a town may share one (R30). */
export function findOwners(e164: string, now: Date): Promise<FoundCustomer[]> {
  return find(foundCustomers({ kind: 'number', e164 }, now, FOUND_ROWS));
}

/** The rows of those found, best first: who is called so, from the beginning of a word, then who ordered lately. */
export function foundCustomers(search: Meaningful, now: Date, most: number, ids = someFound(search, CANDIDATE_ROWS)): Prisma.Sql {
  const recent = new Date(now.getTime() - RECENT_MS);
  return Prisma.sql`
    select c.id, c.name, c.company, c.class, n.display, a.place as address, o.last as "lastOrderAt"
      from "Customer" c ${numberLike(search)} ${LAST_ADDRESS} ${ORDERS}
     where c.id in (${ids})
     order by ${isNamed(search)} desc, ${isBegun(search)} desc, coalesce(o.last >= ${recent}, false) desc, c.name, c.id
     limit ${most}::int`;
}

async function find(found: Prisma.Sql): Promise<FoundCustomer[]> {
  const rows = await db.$queryRaw<(Omit<FoundCustomer, 'lastOrderAt'> & { lastOrderAt: Date | null })[]>(found);
  return rows.map((row) => ({ ...row, lastOrderAt: row.lastOrderAt?.toISOString() ?? null }));
}

/** The number that was searched for, where it was one, else the main one. */
function numberLike(search: Meaningful): Prisma.Sql {
  if (search.kind === 'words') return MAIN_NUMBER;
  const like = `%${search.kind === 'part' ? search.digits : search.e164}%`;
  return Prisma.sql`left join lateral (
    select n.e164, n.display from "PhoneNumber" n where n."customerId" = c.id
     order by n.e164 like ${like} desc, n."isPrimary" desc, n.id limit 1) n on true`;
}

/** One who is called so comes before one who lives in a street that is. */
function isNamed(search: Meaningful): Prisma.Sql {
  if (search.kind !== 'words') return Prisma.sql`(c.id is not null)`;
  return Prisma.sql`(' ' || search_words(concat_ws(' ', c.name, c.company))) like all ((select search_patterns(${search.text}))::text[])`;
}

/** A Marek comes before the Kaczmareks. */
function isBegun(search: Meaningful): Prisma.Sql {
  if (search.kind !== 'words') return Prisma.sql`(c.id is not null)`;
  return Prisma.sql`(' ' || search_words(concat_ws(' ', c.name, c.company))) like all (
    select '% ' || word || '%' from unnest(string_to_array(search_words(${search.text}), ' ')) word)`;
}
