import { boundsOfDay, wallClock } from '../wall-clock.ts';

type Bounds = { from: Date; to: Date };

/** A day as the list shows it, up to, not including, its end; `today` also holds what is still open from the days before. */
export type ListedDay = Bounds & { isToday: boolean };

/** How far today reaches at least, in hours. */
export const AHEAD_HOURS = 4;
const HOUR_MS = 60 * 60_000;

/**
 * Today of the organisation's calendar. A shift goes on at midnight, so it always reaches four hours ahead: what is taken at 23:40
 * for 00:30 is not out of sight.
 */
export function listedToday(now: Date, timeZone: string): Bounds {
  const ahead = new Date(now.getTime() + AHEAD_HOURS * HOUR_MS);
  const today = boundsOfDay(wallClock(now, timeZone).day, timeZone);
  return { from: today?.from ?? now, to: today && today.to > ahead ? today.to : ahead };
}

/** Null where every day is asked for, or what was asked for is no day. */
export function listedDay(asked: string | undefined, now: Date, timeZone: string): ListedDay | null {
  if (!asked || asked === wallClock(now, timeZone).day) return { ...listedToday(now, timeZone), isToday: true };
  const bounds = boundsOfDay(asked, timeZone);
  return bounds && { ...bounds, isToday: false };
}
