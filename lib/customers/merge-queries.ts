import { db } from '../db/client.ts';

/** A customer has few that are not done with; nobody has an older one open to write in it. */
const LIVE_ROWS = 100;

/** Those of these deliveries that somebody may have open to write in. */
export function listLiveDeliveries(ids: string[]): Promise<{ id: string; version: number }[]> {
  return db.delivery.findMany({
    where: { id: { in: ids }, status: { notIn: ['delivered', 'cancelled'] } },
    select: { id: true, version: true },
    orderBy: { id: 'asc' },
    take: LIVE_ROWS,
  });
}

/** Others who share a number with this customer: perhaps the same person twice. */
const DUPLICATE_ROWS = 4;

export type Duplicate = { id: string; name: string; display: string };

export async function listDuplicates(customerId: string, e164s: string[]): Promise<Duplicate[]> {
  if (e164s.length === 0) return [];
  const rows = await db.phoneNumber.findMany({
    where: { e164: { in: e164s }, customerId: { not: customerId }, customer: { isNot: null } },
    select: { display: true, customer: { select: { id: true, name: true } } },
    orderBy: { customerId: 'asc' },
    take: DUPLICATE_ROWS,
  });
  const found = rows.flatMap(({ display, customer }) => (customer ? [{ ...customer, display }] : []));
  return found.filter(({ id }, index) => found.findIndex((each) => each.id === id) === index);
}
