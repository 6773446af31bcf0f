import { Prisma } from '../db/generated/client.ts';
import { type Meaningful, rangeOf } from './search.ts';

/** Fewer digits than these are in nearly every number: looking inside of all of them would find everybody. */
const DIGITS_WITHIN = 3;

type Search<Kind extends Meaningful['kind']> = Extract<Meaningful, { kind: Kind }>;

export function isWithin({ digits }: Search<'part'>): boolean {
  return digits.length >= DIGITS_WITHIN;
}

/** Whether a customer `c` that is at hand is meant; finding those who are is another question, which `finding.ts` answers. */
export function isMeant(search: Meaningful): Prisma.Sql {
  switch (search.kind) {
    case 'words':
      return Prisma.sql`(search_patterns(${search.text}) <> '{}' and c."searchText" like all ((select search_patterns(${search.text}))::text[]))`;
    case 'number':
      return hasNumber(Prisma.sql`n.e164 = ${search.e164}`);
    case 'part':
      return hasNumber(isWithin(search) ? Prisma.sql`n.e164 like ${`%${search.digits}%`}` : startsLike(search));
  }
}

function hasNumber(number: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`exists (select from "PhoneNumber" n where n."customerId" = c.id and (${number}))`;
}

function startsLike({ beginnings }: Search<'part'>): Prisma.Sql {
  return Prisma.join(beginnings.map(startsWith), ' or ');
}

/** A range, which the index of whole numbers serves. */
export function startsWith(beginning: string): Prisma.Sql {
  const { from, below } = rangeOf(beginning);
  return Prisma.sql`(n.e164 >= ${from} and n.e164 < ${below})`;
}
