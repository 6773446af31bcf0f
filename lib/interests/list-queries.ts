import { db } from '../db/client.ts';
import { Prisma } from '../db/generated/client.ts';
import { type InterestFilter, pageKey } from './filter.ts';
import { isListed, type ListedFor } from './list-where.ts';
import { type InterestRow, type RawRow, shownRows, toRow } from './row.ts';

export const PAGE_ROWS = 50;
/** One more than a page, to know that it is not the last. */
const ROWS = PAGE_ROWS + 1;

const NEXT_DUE = Prisma.sql`(select min(t."dueAt") from "InterestTask" t where t."interestId" = i.id and t."doneAt" is null)`;

/** One page, the newest first or what is due first; `filter.after` is the last row of the page before, so that any page costs what the first does. */
export async function listInterests(
  filter: InterestFilter,
  viewer: ListedFor,
): Promise<{ rows: InterestRow[]; next: string | null }> {
  const isByDue = filter.sort === 'due';
  const raw = await db.$queryRaw<RawRow[]>(isByDue ? byDue(filter, viewer) : byNumber(filter, viewer));
  const rows = raw.slice(0, PAGE_ROWS).map(toRow);
  const last = raw.length > PAGE_ROWS ? rows.at(-1) : undefined;
  return { rows, next: last ? pageKey({ number: last.number, dueAt: last.nextTask?.dueAt ?? null }, isByDue) : null };
}

function byNumber(filter: InterestFilter, viewer: ListedFor): Prisma.Sql {
  const behind = filter.after ? Prisma.sql`i.number < ${filter.after.number}` : Prisma.sql`true`;
  return shownRows(
    Prisma.sql`
      select i.* from "Interest" i ${customerOf(filter)}
       where ${isListed(filter, viewer)} and ${behind} order by i.number desc limit ${ROWS}`,
    Prisma.sql`i.number desc`,
  );
}

/** What has nothing to be done comes last, the newest of it first. */
function byDue(filter: InterestFilter, viewer: ListedFor): Prisma.Sql {
  return shownRows(
    Prisma.sql`
      select * from (
        select i.*, ${NEXT_DUE} as due from "Interest" i ${customerOf(filter)} where ${isListed(filter, viewer)}) i
       where ${behindDue(filter)} order by i.due nulls last, i.number desc limit ${ROWS}`,
    Prisma.sql`i.due nulls last, i.number desc`,
  );
}

function behindDue({ after }: InterestFilter): Prisma.Sql {
  if (!after) return Prisma.sql`true`;
  const { number, dueAt } = after;
  if (dueAt === null) return Prisma.sql`(i.due is null and i.number < ${number})`;
  const at = new Date(dueAt);
  return Prisma.sql`(i.due > ${at} or i.due = ${at} and i.number < ${number} or i.due is null)`;
}

/** Only a search reads the customers' words. */
function customerOf({ text }: InterestFilter): Prisma.Sql {
  return text ? Prisma.sql`left join "Customer" c on c.id = i."customerId"` : Prisma.empty;
}
