import { foundCustomers } from '../customers/list-queries.ts';
import { pool } from '../db/client.ts';
import { Prisma } from '../db/generated/client.ts';
import { deliveriesOfNumber } from './delivery-queries.ts';
import { driversFound } from './driver-queries.ts';
import { interestsOfNumber } from './interest-queries.ts';
import type { Found } from './types.ts';

/** Which kinds this user may see, and whether they may take an order. */
export type Allowed = { customers: boolean; deliveries: boolean; drivers: boolean; interests: boolean; order: boolean };

/** Whose a whole number is: one prepared query for all kinds, because somebody with a caller on the line is waiting (P4). */
export async function findByNumber(
  number: { e164: string; display: string },
  allowed: Allowed,
  most: number,
  at: Date,
): Promise<Found> {
  // Two statements, each prepared once: most who wait for an answer may see no interests, and pay for none.
  const { text, values } = numberQuery(number.e164, most, at, allowed.interests);
  const name = allowed.interests ? 'search-number-interests' : 'search-number';
  const { rows: answers } = await pool().query<Omit<Found, 'number'>>({ name, text, values });
  const found = answers[0] ?? { customers: [], deliveries: [], drivers: [], interests: [] };

  return {
    customers: allowed.customers ? found.customers.map((each) => ({ ...each, lastOrderAt: iso(each.lastOrderAt) })) : [],
    deliveries: allowed.deliveries ? found.deliveries.map((each) => ({ ...each, wantedAt: iso(each.wantedAt) })) : [],
    drivers: allowed.drivers ? found.drivers : [],
    interests: found.interests,
    number: { ...number, isUnknown: found.customers.length + found.drivers.length === 0, mayOrder: allowed.order },
  };
}

export function numberQuery(e164: string, most: number, at: Date, withInterests: boolean): Prisma.Sql {
  const search = { kind: 'number', e164 } as const;
  return Prisma.sql`select
    ${rows(foundCustomers(search, at, most))} as customers,
    ${rows(deliveriesOfNumber(e164, most))} as deliveries,
    ${rows(driversFound(search, most))} as drivers,
    ${withInterests ? rows(interestsOfNumber(e164, most)) : Prisma.sql`'[]'::json`} as interests`;
}

function rows(query: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(select coalesce(json_agg(each), '[]') from (${query}) each)`;
}

/** As PostgreSQL writes a moment in JSON → as we do. */
function iso(moment: string | null): string | null {
  return moment && new Date(moment).toISOString();
}
