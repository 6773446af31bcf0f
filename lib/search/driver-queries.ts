import { isWithin } from '../customers/matching.ts';
import type { CustomerSearch, Meaningful } from '../customers/search.ts';
import { db } from '../db/client.ts';
import { Prisma } from '../db/generated/client.ts';
import type { FoundDriver } from './types.ts';

/** Those on shift first. A house has dozens of them, so each is looked at. */
export async function findDrivers(people: CustomerSearch, most: number): Promise<FoundDriver[]> {
  if (people.kind === 'everybody' || people.kind === 'nobody') return [];
  return db.$queryRaw<FoundDriver[]>(driversFound(people, most));
}

export function driversFound(people: Meaningful, most: number): Prisma.Sql {
  return Prisma.sql`
    select v.id, v.name, v."isOnShift", n.display
      from "Driver" v
      left join lateral (
        select n.display from "PhoneNumber" n where n."driverId" = v.id order by n."isPrimary" desc, n.id limit 1) n on true
     where v."archivedAt" is null and ${isMeant(people)}
     order by v."isOnShift" desc, v.name, v.id
     limit ${most}::int`;
}

function isMeant(people: Meaningful): Prisma.Sql {
  switch (people.kind) {
    case 'words':
      return Prisma.sql`search_patterns(${people.text}) <> '{}' and (' ' || search_words(v.name)) like all ((select search_patterns(${people.text}))::text[])`;
    case 'number':
      return Prisma.sql`v.id in (select n."driverId" from "PhoneNumber" n where n.e164 = ${people.e164} and n."driverId" is not null)`;
    case 'part':
      if (!isWithin(people)) return Prisma.sql`false`;
      // An aggregate, so that each driver is asked for their numbers, not each number for its driver.
      return Prisma.sql`(select bool_or(n.e164 like ${`%${people.digits}%`}) from "PhoneNumber" n where n."driverId" = v.id)`;
  }
}
