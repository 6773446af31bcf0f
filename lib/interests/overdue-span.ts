export type Span = { unit: 'minutes' | 'hours' | 'days'; count: number };

const MINUTE_MS = 60_000;
const HOUR_MINUTES = 60;
const DAY_HOURS = 24;

/** For how long something has been overdue, in the largest unit that is full; null where it is not, a minute of grace included. */
export function overdueSpan(dueAt: Date, now: Date): Span | null {
  const minutes = Math.floor((now.getTime() - dueAt.getTime()) / MINUTE_MS);
  if (minutes < 1) return null;
  if (minutes < HOUR_MINUTES) return { unit: 'minutes', count: minutes };
  const hours = Math.floor(minutes / HOUR_MINUTES);
  return hours < DAY_HOURS ? { unit: 'hours', count: hours } : { unit: 'days', count: Math.floor(hours / DAY_HOURS) };
}
