import { type ActionResult, doneWith, refused } from '../action-result.ts';
import { may, type WithPermissions } from '../auth/roles.ts';
import { findMeant as findCustomersMeant } from '../customers/list-queries.ts';
import { type CustomerSearch, readPart } from '../customers/search.ts';
import { rememberedCountry } from './country.ts';
import { findDeliveries } from './delivery-queries.ts';
import { findDrivers } from './driver-queries.ts';
import { findInterests } from './interest-queries.ts';
import { readMeaning } from './meaning.ts';
import { type Allowed, findByNumber } from './number-queries.ts';
import { SearchParams } from './schema.ts';
import type { Found } from './types.ts';

/** Of each kind as many as one takes in at a glance. */
const FOUND_ROWS = 5;

/** Whoever and whatever is meant, of the kinds that this user may see. */
export async function findAll(user: WithPermissions | null, raw: unknown, at: Date): Promise<ActionResult<Found>> {
  if (!user) return refused('signedOut');
  const input = SearchParams.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'desk:use')) return refused('notAllowed');

  const country = await rememberedCountry();
  const { text } = input.data;
  const { people, recordNumber, number } = readMeaning(text, country);
  const allowed = {
    customers: may(user, 'customer:read'),
    deliveries: may(user, 'delivery:read'),
    drivers: may(user, 'driver:read'),
    interests: may(user, 'interest:read'),
    order: may(user, 'delivery:edit'),
  };
  if (!number) return doneWith({ ...(await findMeant(people, recordNumber, allowed, at)), number });

  const found = await findByNumber(number, allowed, FOUND_ROWS, at);
  if ([found.customers, found.deliveries, found.drivers, found.interests].some(({ length }) => length > 0))
    return doneWith(found);
  return doneWith({ ...found, ...(await findMeant(readPart(text, country), recordNumber, allowed, at)) });
}

async function findMeant(people: CustomerSearch, recordNumber: number | null, allowed: Allowed, at: Date) {
  const isMeaningful = people.kind !== 'nobody' && people.kind !== 'everybody';
  const [customers, deliveries, drivers, interests] = await Promise.all([
    allowed.customers && isMeaningful ? findCustomersMeant(people, at, FOUND_ROWS) : [],
    allowed.deliveries ? findDeliveries(people, recordNumber, FOUND_ROWS) : [],
    allowed.drivers ? findDrivers(people, FOUND_ROWS) : [],
    allowed.interests ? findInterests(people, recordNumber, FOUND_ROWS) : [],
  ]);
  return { customers, deliveries, drivers, interests };
}
