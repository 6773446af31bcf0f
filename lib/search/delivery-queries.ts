import { isWithin } from '../customers/matching.ts';
import type { CustomerSearch, Meaningful } from '../customers/search.ts';
import { db } from '../db/client.ts';
import { Prisma } from '../db/generated/client.ts';
import type { FoundDelivery } from './types.ts';

/** What is common is found among the last of them; for what is not, there is an index. */
const WALKED_ROWS = 2_000;

const COLUMNS = Prisma.sql`d.id, d.number, d.status, d."customerName", d."phoneDisplay", d."wantedAt", d.street, d.flat, d.district`;

/** The one of this number first, then the latest whose name, phone or address is meant. */
export async function findDeliveries(people: CustomerSearch, number: number | null, most: number): Promise<FoundDelivery[]> {
  const [named, others] = await Promise.all([
    number === null ? [] : rowsOf(Prisma.sql`select ${COLUMNS} from "Delivery" d where d.number = ${number}`),
    of(people, most),
  ]);
  return [...named, ...others.filter(({ id }) => id !== named[0]?.id)].slice(0, most).map(toFound);
}

/** The latest of a whole number. */
export function deliveriesOfNumber(e164: string, most: number): Prisma.Sql {
  return Prisma.sql`select ${COLUMNS} from "Delivery" d where d."phoneE164" = ${e164} order by d."wantedAt" desc nulls first, d.number desc limit ${most}::int`;
}

async function of(people: CustomerSearch, most: number): Promise<RawRow[]> {
  if (people.kind === 'everybody' || people.kind === 'nobody') return [];
  if (people.kind === 'number') return rowsOf(deliveriesOfNumber(people.e164, most));
  const typed = typedOf(people);
  if (typed === null) return [];

  const latest = await rowsOf(latestDeliveries(typed, most));
  return latest.length === most ? latest : rowsOf(deliveriesByWords(typed, most));
}

export function latestDeliveries(typed: string, most: number): Prisma.Sql {
  return Prisma.sql`
    select ${COLUMNS} from (select d.* from "Delivery" d order by d.number desc limit ${WALKED_ROWS}) d
     where search_patterns(${typed}) <> '{}' and d."searchText" like all ((select search_patterns(${typed}))::text[])
     order by d.number desc limit ${most}::int`;
}

export function deliveriesByWords(typed: string, most: number): Prisma.Sql {
  return Prisma.sql`
    select ${COLUMNS} from "Delivery" d where d.id in (select id from deliveries_by_words(${typed}, ${most}::int)) order by d.number desc`;
}

/** The digits of a phone are a word of what is searched. A few of them would be in most. */
function typedOf(search: Exclude<Meaningful, { kind: 'number' }>): string | null {
  if (search.kind === 'words') return search.text;
  return isWithin(search) ? search.digits : null;
}

type RawRow = Omit<FoundDelivery, 'wantedAt'> & { wantedAt: Date | null };

function rowsOf(sql: Prisma.Sql): Promise<RawRow[]> {
  return db.$queryRaw<RawRow[]>(sql);
}

function toFound(row: RawRow): FoundDelivery {
  return { ...row, wantedAt: row.wantedAt?.toISOString() ?? null };
}
