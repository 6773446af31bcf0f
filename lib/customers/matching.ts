import { Prisma } from '../db/generated/client.ts';
import { type CustomerSearch, rangeOf } from './search.ts';

/** Fewer digits than these are in nearly every number: looking inside of all of them would find everybody. */
const DIGITS_WITHIN = 3;

/**
 * Which customers `c` a search means. A whole number and the beginning of one are found through the index of numbers;
 * words and the middle of a number read through the table, which is measured and mended with the million customers of issue 5.
 */
export function matching(search: CustomerSearch): Prisma.Sql {
  switch (search.kind) {
    case 'everybody':
      return Prisma.sql`true`;
    case 'nobody':
      return Prisma.sql`false`;
    case 'words':
      return Prisma.sql`c."searchText" like all (${search.patterns}::text[])`;
    case 'number':
      return ownerOf(Prisma.sql`n.e164 = ${search.e164}`);
    case 'part':
      return search.digits.length < DIGITS_WITHIN ? beginning(search) : within(search);
  }
}

type Part = Extract<CustomerSearch, { kind: 'part' }>;

export function beginning({ beginnings }: Part): Prisma.Sql {
  const ranges = beginnings.map(rangeOf).map(({ from, below }) => Prisma.sql`(n.e164 >= ${from} and n.e164 < ${below})`);
  return ownerOf(Prisma.join(ranges, ' or '));
}

function within({ digits }: Part): Prisma.Sql {
  return ownerOf(Prisma.sql`n.e164 like ${`%${digits}%`}`);
}

function ownerOf(number: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`c.id in (select n."customerId" from "PhoneNumber" n where n."customerId" is not null and (${number}))`;
}
