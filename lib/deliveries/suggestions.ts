import { isOpenAt } from '../opening-hours.ts';
import type { PointOfSaleFacts, PointOfSaleLoad } from '../points-of-sale/types.ts';
import { momentOf, nextDay, wallClock } from '../wall-clock.ts';
import { PASSED_MS } from './limits.ts';
import { listedToday } from './listed-day.ts';
import type { Fulfilment } from './types.ts';

const LEAD_MINUTES = 60;
const MINUTE_MS = 60_000;
const STEP_MS = 5 * MINUTE_MS;

/** The time a new delivery starts with: an hour from now, on the next five minutes. The operator hears another one and types it. */
export function suggestWantedAt(now: Date): Date {
  return new Date(Math.ceil((now.getTime() + LEAD_MINUTES * MINUTE_MS) / STEP_MS) * STEP_MS);
}

/**
 * The day that a time means while the one that stands there, `shown`, was chosen by nobody: the first on which it is not past, if that
 * is today. Else the shown one, or tomorrow where it soon comes again, as 00:10 does at 22:50. A time of this morning stays one: it is
 * refused as past. Near midnight one of a moment ago is of yesterday.
 */
export function dayMeant(time: string, shown: string, now: Date, timeZone: string): string {
  const today = wallClock(now, timeZone).day;
  const tomorrow = nextDay(today);
  const on = (day: string) => momentOf({ day, time }, timeZone) ?? new Date(0);

  const current = [nextDay(today, -1), today].find((day) => on(day).getTime() >= now.getTime() - PASSED_MS);
  if (current) return current;
  if (shown > today) return shown;
  return on(tomorrow) < listedToday(now, timeZone).to ? tomorrow : today;
}

type Asked = { wantedAt: string | null; now: Date; timeZone: string };

/**
 * Where a new delivery would go: where the customer's last one went, else the district's own, else the least loaded; of those that
 * can take it, where there is one.
 */
export function suggestPointOfSale(
  points: PointOfSaleLoad[],
  { lastUsedId, district, ...asked }: Asked & { lastUsedId: string | null; district: string },
): string | null {
  const able = points.filter((point) => takesOrder(point, asked));
  const offered = able.length > 0 ? able : points;
  const last = offered.find((point) => point.id === lastUsedId);
  const near = offered.find((point) => district && point.name.toLowerCase().includes(district.trim().toLowerCase()));
  const [calmest] = offered.toSorted((one, other) => load(one) - load(other));
  return (last ?? near ?? calmest)?.id ?? null;
}

/** Takes orders now, and works at the time that is wanted. */
export function takesOrder(point: PointOfSaleFacts, { wantedAt, now, timeZone }: Asked): boolean {
  return !point.isStopped && isOpenAt(point.openingHours, wantedAt ? new Date(wantedAt) : now, timeZone);
}

export function isFull({ openCount, capacity }: PointOfSaleLoad): boolean {
  return openCount >= capacity;
}

/** The calmest one that can take the order, and has room: where to turn when the chosen one said no, is full or closed. */
export function suggestInstead(points: PointOfSaleLoad[], asked: Asked & { exceptId: string | null }): PointOfSaleLoad | null {
  const able = points.filter((point) => point.id !== asked.exceptId && !isFull(point) && takesOrder(point, asked));
  return able.sort((one, other) => load(one) - load(other))[0] ?? null;
}

type Switching = {
  wantedAt: string | null;
  /** Times that stand there because the card put them there, not because somebody asked for them. */
  unchosen: readonly string[];
  /** What a new delivery began with; null for one that was there already. */
  suggestedAt: string | null;
  pickUpMinutes: number;
  now: Date;
};

/**
 * The time that goes with another way of getting it, while nobody chose one: a pick-up is ready as soon as the point of sale
 * says (S0.16c), a delivery comes when it was first suggested. Null where the time stays as it is.
 */
export function wantedAtFor(fulfilment: Fulfilment, { wantedAt, unchosen, suggestedAt, pickUpMinutes, now }: Switching) {
  const isChosen = wantedAt !== null && !unchosen.includes(wantedAt);
  if (isChosen) return null;
  if (fulfilment === 'delivery') return suggestedAt;
  return new Date(Math.ceil(now.getTime() / MINUTE_MS + pickUpMinutes) * MINUTE_MS).toISOString();
}

function load({ openCount, capacity }: PointOfSaleLoad): number {
  return openCount / Math.max(1, capacity);
}
