import { listDriverNames } from '../drivers/queries.ts';
import { numberToCall } from '../phone-number.ts';
import { listPointsOfSale } from '../points-of-sale/queries.ts';
import { boundsOfDay, wallClock } from '../wall-clock.ts';
import { countDrafts, countGroups } from './counts.ts';
import { type DeliveryFilter, pageKey } from './filter.ts';
import type { Group } from './grouping.ts';
import { listedDay } from './listed-day.ts';
import { type DeliveryRow, DRAFT_ROWS, findUnsent, listDeliveries, listDrafts } from './queries.ts';

/** A row; whether the point of sale has yet to be sent what was changed in it; and whom one can call: whole numbers only (S0.17, S0.18). */
export type ListedDelivery = Omit<DeliveryRow, 'driver'> & {
  hasUnsent: boolean;
  callE164: string | null;
  driver: { name: string; callE164: string | null } | null;
};

/** Where a group goes on beyond its page; the others are counted by their rows. */
export type GroupCounts = Partial<Record<Group, number>>;

/** Everything the page of deliveries shows, for this filter and this moment. */
export async function readDeliveryList(filter: DeliveryFilter, now: Date, timeZone: string) {
  const today = wallClock(now, timeZone).day;
  const listed = listedDay(filter.day, now, timeZone);
  const isOnlyDrafts = filter.status === 'draft';
  const withDrafts = isOnlyDrafts || (listed?.isToday && !filter.status && !filter.after);

  const [page, drafts, points, drivers] = await Promise.all([
    isOnlyDrafts ? { rows: [], hasMore: false } : listDeliveries(filter, listed),
    withDrafts ? listDrafts(filter) : [],
    listPointsOfSale(),
    listDriverNames(),
  ]);
  // A list that fits on its page counts itself.
  const isLonger = page.hasMore || filter.after !== undefined;
  const [unsent, ofGroups, ofDrafts] = await Promise.all([
    findUnsent(page.rows),
    isLonger ? countGroups(filter, listed, now) : {},
    drafts.length < DRAFT_ROWS ? drafts.length : countDrafts(filter),
  ]);
  const groupCounts: GroupCounts = { ...ofGroups, drafts: ofDrafts };
  const last = page.rows.at(-1);

  return {
    rows: [...page.rows, ...drafts].map(
      (row): ListedDelivery => ({
        ...row,
        hasUnsent: unsent.has(row.id),
        callE164: numberToCall(row.phoneE164),
        driver: row.driver && { name: row.driver.name, callE164: numberToCall(row.driver.numbers[0]?.e164) },
      }),
    ),
    groupCounts,
    points,
    drivers,
    today,
    bounds: boundsOfDay(today, timeZone),
    isFiltered: Object.values(filter).some((value) => value !== undefined && value !== ''),
    next: page.hasMore && last ? pageKey(last) : null,
  };
}
