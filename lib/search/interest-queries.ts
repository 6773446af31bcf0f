import type { CustomerSearch } from '../customers/search.ts';
import { db } from '../db/client.ts';
import { Prisma } from '../db/generated/client.ts';
import { isMeant } from '../interests/list-where.ts';
import type { FoundInterest } from './types.ts';

/** What is common is found among the last of them; for what is not, there is an index. */
const WALKED_ROWS = 2_000;

const FOUND = Prisma.sql`
  select i.id, i.number, i.subject, coalesce(c.name, nullif(i."potentialName", ''), i."potentialCompany") as of,
         json_build_object('id', s.id, 'name', s.name, 'standard', s.standard, 'kind', s.kind) as stage
    from`;
const BESIDE = Prisma.sql`join "InterestStage" s on s.id = i."stageId" left join "Customer" c on c.id = i."customerId"`;

/** The one of this number first, then the latest whose subject, customer or number is meant. */
export async function findInterests(people: CustomerSearch, number: number | null, most: number): Promise<FoundInterest[]> {
  const [named, others] = await Promise.all([
    number === null ? [] : rowsOf(Prisma.sql`${FOUND} "Interest" i ${BESIDE} where i.number = ${number}`),
    of(people, most),
  ]);
  return [...named, ...others.filter(({ id }) => id !== named[0]?.id)].slice(0, most);
}

/** The latest of a whole number: of who may become a customer, and of the customers who have it. */
export function interestsOfNumber(e164: string, most: number): Prisma.Sql {
  const ofCustomers = Prisma.sql`select n."customerId" from "PhoneNumber" n where n.e164 = ${e164} and n."customerId" is not null limit ${WALKED_ROWS}`;
  return Prisma.sql`
    ${FOUND} (
      (select i.* from "Interest" i where i."phoneE164" = ${e164} order by i.number desc limit ${most}::int) union
      (select i.* from "Interest" i where i."customerId" in (${ofCustomers}) order by i.number desc limit ${most}::int)) i ${BESIDE}
     order by i.number desc limit ${most}::int`;
}

async function of(people: CustomerSearch, most: number): Promise<FoundInterest[]> {
  if (people.kind === 'everybody' || people.kind === 'nobody') return [];
  if (people.kind === 'number') return rowsOf(interestsOfNumber(people.e164, most));
  const typed = people.kind === 'words' ? people.text : people.digits;

  const latest = await rowsOf(Prisma.sql`
    ${FOUND} (select i.* from "Interest" i order by i.number desc limit ${WALKED_ROWS}) i ${BESIDE}
     where ${isMeant(people, typed)} order by i.number desc limit ${most}::int`);
  return latest.length === most ? latest : withOlder(latest, typed, most);
}

async function withOlder(latest: FoundInterest[], typed: string, most: number): Promise<FoundInterest[]> {
  const byWords = await rowsOf(Prisma.sql`
    ${FOUND} "Interest" i ${BESIDE} where i.id in (select id from interests_by_words(${typed}, ${most}::int)) order by i.number desc`);
  const known = new Set(latest.map(({ id }) => id));
  return [...latest, ...byWords.filter(({ id }) => !known.has(id))].slice(0, most);
}

function rowsOf(sql: Prisma.Sql): Promise<FoundInterest[]> {
  return db.$queryRaw<FoundInterest[]>(sql);
}
