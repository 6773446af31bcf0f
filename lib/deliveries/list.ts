import { listPointsOfSale } from '../points-of-sale/queries.ts';
import { boundsOfDay, wallClock } from '../wall-clock.ts';
import { type DeliveryFilter, pageKey } from './filter.ts';
import { countOpen, listDeliveries, listDrafts } from './queries.ts';

/** Everything the page of deliveries shows, for this filter and this moment. */
export async function readDeliveryList(filter: DeliveryFilter, now: Date, timeZone: string) {
  const today = wallClock(now, timeZone).day;
  const day = filter.day ?? today;
  const listed = day === 'any' ? null : { day, isToday: day === today, timeZone };
  const isOnlyDrafts = filter.status === 'draft';
  const withDrafts = isOnlyDrafts || (listed?.isToday && !filter.status && !filter.after);

  const [page, drafts, counts, points] = await Promise.all([
    isOnlyDrafts ? { rows: [], hasMore: false } : listDeliveries(filter, listed),
    withDrafts ? listDrafts(filter) : [],
    countOpen(now),
    listPointsOfSale(),
  ]);
  const last = page.rows.at(-1);

  return {
    rows: page.rows,
    drafts,
    counts,
    points,
    today,
    bounds: boundsOfDay(today, timeZone),
    isFiltered: Object.values(filter).some((value) => value !== undefined && value !== ''),
    next: page.hasMore && last ? pageKey(last) : null,
  };
}
