import { z } from 'zod';
import { type AskedPeriod, periodFields, periodQuery } from '../period.ts';

const USUAL_PERIOD = '7d';

/** What all charts are of, as the URL carries it. What is not readable counts as not set. */
export const StatisticsFilter = z.object({ ...periodFields, line: z.uuid().optional().catch(undefined) });
export type StatisticsFilter = z.infer<typeof StatisticsFilter>;

/** Without a period it is a week. */
export function periodAsked({ period = USUAL_PERIOD, from, to }: StatisticsFilter): AskedPeriod {
  return { period, from, to };
}

/** What the address of a file or of the list of missed calls carries along: the period by its name, also the usual one. */
export function statisticsQuery(filter: StatisticsFilter): URLSearchParams {
  const set = Object.entries({ ...periodQuery(periodAsked(filter)), line: filter.line });
  return new URLSearchParams(set.flatMap(([name, value]): [string, string][] => (value ? [[name, value]] : [])));
}
