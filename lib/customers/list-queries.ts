import type { CustomerClass } from '../caller-card/types.ts';
import { db } from '../db/client.ts';
import { Prisma } from '../db/generated/client.ts';
import { withCallability } from '../phone-number.ts';
import { beginning, matching } from './matching.ts';
import type { CustomerFilter } from './schema.ts';
import { type CustomerSearch, readSearch } from './search.ts';
import type { CustomerNumber, FoundCustomer, Place } from './types.ts';

export const PAGE_ROWS = 50;
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

/** One page by name; `filter.after` is the last row of the page before (keyset: any page costs what the first does). */
export async function listCustomers(
  { text = '', after }: CustomerFilter,
  country: string,
): Promise<{ rows: CustomerRow[]; hasMore: boolean }> {
  const later = after ? Prisma.sql`(c.name, c.id) > (${after.name}, ${after.id}::uuid)` : Prisma.sql`true`;
  const rows = await db.$queryRaw<RawRow[]>`
    select c.id, c.name, c.company, c.class, c.city, n.e164, n.display, a.place as address,
           o.count as "orderCount", o.last as "lastOrderAt"
      from (select c.* from "Customer" c where ${later} and ${matching(readSearch(text, country))}
             order by c.name, c.id limit ${PAGE_ROWS + 1}) c
      ${MAIN_NUMBER} ${LAST_ADDRESS} ${ORDERS}
     order by c.name, c.id`;

  return { rows: rows.slice(0, PAGE_ROWS).map(toRow), hasMore: rows.length > PAGE_ROWS };
}

function toRow({ e164, display, ...row }: RawRow): CustomerRow {
  return { ...row, number: e164 && display ? withCallability({ e164, display }) : null };
}

/** Those a name or a number being typed may mean, who ordered lately first; nobody for an empty text. */
export async function findCustomers(text: string, country: string, now: Date): Promise<FoundCustomer[]> {
  const search = readSearch(text, country);
  if (search.kind === 'everybody' || search.kind === 'nobody') return [];
  if (search.kind !== 'part') return find(matching(search), now);

  // People say a number from its beginning: most of the time the index answers.
  const found = await find(beginning(search), now);
  return found.length > 0 ? found : find(matching(search), now);
}

/** Who has this number, capped: half a town may share one (R30). */
export function findOwners(e164: string, now: Date): Promise<FoundCustomer[]> {
  return find(matching({ kind: 'number', e164 } satisfies CustomerSearch), now);
}

async function find(which: Prisma.Sql, now: Date): Promise<FoundCustomer[]> {
  const recent = new Date(now.getTime() - RECENT_MS);
  const rows = await db.$queryRaw<(Omit<FoundCustomer, 'lastOrderAt'> & { lastOrderAt: Date | null })[]>`
    select c.id, c.name, c.company, c.class, n.display, a.place as address, o.last as "lastOrderAt"
      from (select c.* from "Customer" c where ${which} order by c.name, c.id limit ${CANDIDATE_ROWS}) c
      ${MAIN_NUMBER} ${LAST_ADDRESS} ${ORDERS}
     order by coalesce(o.last >= ${recent}, false) desc, c.name, c.id
     limit ${FOUND_ROWS}`;
  return rows.map((row) => ({ ...row, lastOrderAt: row.lastOrderAt?.toISOString() ?? null }));
}
