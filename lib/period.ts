import { z } from 'zod';
import { boundsOfDay, nextDay, wallClock } from './wall-clock.ts';

export const NAMED_PERIODS = ['today', 'yesterday', '7d', '30d', 'month'] as const;
/** Of one's own, from a day to a day. */
export const OWN_PERIOD = 'own';
export const PERIODS = [...NAMED_PERIODS, OWN_PERIOD] as const;

const FIRST_DAY = '2000-01-01';
const LAST_DAY = '2100-12-31';
const Day = z.iso
  .date()
  .refine((day) => day >= FIRST_DAY && day <= LAST_DAY)
  .optional()
  .catch(undefined);

/** A period as the URL carries it. What is not readable counts as not set. */
export const periodFields = { period: z.enum(PERIODS).optional().catch(undefined), from: Day, to: Day };
const AskedPeriod = z.object(periodFields);
export type AskedPeriod = z.infer<typeof AskedPeriod>;

/** Days of the organisation's calendar, both included, and the moments from which up to (not including) which they last. */
export type Period = { first: string; last: string; from: Date; to: Date };
export type PeriodFault = 'incomplete' | 'reversed';

/** What a period means at this moment; null where none is asked for. */
export function readPeriod(asked: AskedPeriod, now: Date, timeZone: string): Period | PeriodFault | null {
  if (!asked.period) return null;
  const { first, last } = daysOf(asked, wallClock(now, timeZone).day);
  const from = first && boundsOfDay(first, timeZone)?.from;
  const to = last && boundsOfDay(last, timeZone)?.to;
  if (!first || !last || !from || !to) return 'incomplete';
  return first > last ? 'reversed' : { first, last, from, to };
}

function daysOf({ period, from, to }: AskedPeriod, today: string): { first: string | undefined; last: string | undefined } {
  switch (period) {
    case 'yesterday':
      return { first: nextDay(today, -1), last: nextDay(today, -1) };
    case '7d':
      return { first: nextDay(today, -6), last: today };
    case '30d':
      return { first: nextDay(today, -29), last: today };
    case 'month':
      return { first: `${today.slice(0, 8)}01`, last: today };
    case OWN_PERIOD:
      return { first: from, last: to };
    default:
      return { first: today, last: today };
  }
}

/** As it stands in the address. */
export function periodQuery({ period, from, to }: AskedPeriod): { [name: string]: string | undefined } {
  return period === OWN_PERIOD ? { period, from, to } : { period };
}
