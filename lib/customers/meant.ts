import { db } from '../db/client.ts';
import { type CustomerSearch, readPart, readSearch } from './search.ts';

/** What a search means in this house: a whole number that nobody has is taken for a part of somebody's. */
export async function readMeant(text: string, country: string): Promise<CustomerSearch> {
  const search = readSearch(text, country);
  if (search.kind !== 'number') return search;

  const owned = { e164: search.e164, customerId: { not: null } };
  const owner = await db.phoneNumber.findFirst({ where: owned, select: { id: true } });
  return owner ? search : readPart(text, country);
}
