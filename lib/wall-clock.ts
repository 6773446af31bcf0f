/** A day and a time as a clock on the organisation's wall shows them: `2026-11-22`, `17:00`. */
export type WallClock = { day: string; time: string };

const MINUTE_MS = 60_000;
const FORMATS = new Map<string, Intl.DateTimeFormat>();

export function wallClock(at: Date, timeZone: string): WallClock {
  const parts = Object.fromEntries(
    formatFor(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  return { day: `${parts.year}-${parts.month}-${parts.day}`, time: `${parts.hour}:${parts.minute}` };
}

/**
 * The moment a clock on that wall shows this. An hour that comes twice (autumn) is the first one; one that does not exist
 * (spring) moves on by the hour that was skipped. Null where day or time is not written as WallClock says.
 */
export function momentOf({ day, time }: WallClock, timeZone: string): Date | null {
  const asUtc = Date.parse(`${day}T${time}:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(asUtc)) return null;

  // The offset is asked an hour-safe day before and after: between them lies at most one change of the clocks.
  const offsets = [-1, 1].map((days) => offsetMs(asUtc + days * 24 * 60 * MINUTE_MS, timeZone));
  const candidates = offsets.map((offset) => asUtc - offset);
  const exact = candidates.filter((candidate) => candidate + offsetMs(candidate, timeZone) === asUtc);
  const [before] = candidates;
  return new Date(exact.length > 0 ? Math.min(...exact) : (before ?? asUtc));
}

/** From the first moment of a day up to, not including, the first of the next. */
export function boundsOfDay(day: string, timeZone: string): { from: Date; to: Date } | null {
  const from = momentOf({ day, time: '00:00' }, timeZone);
  const to = momentOf({ day: nextDay(day), time: '00:00' }, timeZone);
  return from && to && { from, to };
}

export function nextDay(day: string, days = 1): string {
  const at = Date.parse(`${day}T12:00:00Z`);
  if (Number.isNaN(at)) return day;
  return new Date(at + days * 24 * 60 * MINUTE_MS).toISOString().slice(0, 10);
}

/** How far the wall is ahead of UTC at this moment. */
function offsetMs(at: number, timeZone: string): number {
  const { day, time } = wallClock(new Date(at), timeZone);
  return Date.parse(`${day}T${time}:00Z`) - Math.floor(at / MINUTE_MS) * MINUTE_MS;
}

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const known = FORMATS.get(timeZone);
  if (known) return known;

  const parts = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const;
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, hourCycle: 'h23', calendar: 'iso8601', ...parts });
  FORMATS.set(timeZone, format);
  return format;
}
