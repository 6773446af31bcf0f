import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import type { DeliveryFilter } from './filter.ts';
import { type CountedGroup, MAX_COUNTED } from './grouping.ts';
import { draftsOf, listed, wantedIn } from './list-where.ts';
import type { ListedDay } from './listed-day.ts';
import { FINAL_STATUSES, OPEN_STATUSES } from './status.ts';

export function countDrafts(filter: DeliveryFilter): Promise<number> {
  return db.delivery.count({ where: draftsOf(filter), take: MAX_COUNTED });
}

/** What stands above the list, whatever is filtered. */
export async function countOpen(now: Date): Promise<{ open: number; late: number }> {
  const open = { status: { in: [...OPEN_STATUSES] } };
  const [all, late] = await Promise.all([
    db.delivery.count({ where: open, take: MAX_COUNTED }),
    db.delivery.count({ where: { ...open, ...wantedIn('late', now) }, take: MAX_COUNTED }),
  ]);
  return { open: all, late };
}

/** How many the filter finds in each group, for a list that is longer than its page; counted no further than MAX_COUNTED. */
export async function countGroups(
  filter: DeliveryFilter,
  day: ListedDay | null,
  now: Date,
): Promise<Record<CountedGroup, number>> {
  const count = (where: Prisma.DeliveryWhereInput) =>
    db.delivery.count({ where: { AND: [listed(filter, day), where] }, take: MAX_COUNTED });
  const open = { status: { in: [...OPEN_STATUSES] } };
  const [late, soon, later, done] = await Promise.all([
    count({ ...open, ...wantedIn('late', now) }),
    count({ ...open, ...wantedIn('soon', now) }),
    count({ ...open, ...wantedIn('later', now) }),
    count({ status: { in: [...FINAL_STATUSES] } }),
  ]);
  return { late, soon, later, done };
}
