import { z } from 'zod';
import { SearchText } from '../search-text.ts';
import { isWithinYears } from './limits.ts';
import { NOBODY } from './nobody.ts';
import { DELIVERY_STATUSES } from './status.ts';

const Day = z.iso.date().refine(isWithinYears);
const NO_TIME = 'none';
const PageKey = z
  .string()
  .transform((key) => {
    const [wantedAt, id] = key.split('_');
    return { wantedAt: wantedAt === NO_TIME ? null : wantedAt, id };
  })
  .pipe(z.object({ wantedAt: z.iso.datetime().refine(isWithinYears).nullable(), id: z.uuid() }));

/** The filters of the list as the URL carries them. What is not readable counts as not set. */
export const DeliveryFilter = z.object({
  /** A day of the organisation's calendar, today when unset, or all of them. */
  day: z
    .union([Day, z.literal('any')])
    .optional()
    .catch(undefined),
  /** Open ones when unset. */
  status: z
    .union([z.enum(DELIVERY_STATUSES), z.literal('any')])
    .optional()
    .catch(undefined),
  pointOfSale: z.uuid().optional().catch(undefined),
  driver: z
    .union([z.uuid(), z.literal(NOBODY)])
    .optional()
    .catch(undefined),
  text: SearchText,
  /** The last row of the page before. */
  after: PageKey.optional().catch(undefined),
});
export type DeliveryFilter = z.infer<typeof DeliveryFilter>;

/** The filter as it stands in the address, always in the same order and without a page: two that mean the same read the same. */
export function filterQuery({ day, status, pointOfSale, driver, text }: Omit<DeliveryFilter, 'after'>): string {
  const set = Object.entries({ day, status, pointOfSale, driver, text }).filter(([, value]) => value !== undefined);
  return new URLSearchParams(set.map(([name, value]): [string, string] => [name, String(value)])).toString();
}

/** What a link or a saved filter carries, cleaned of what cannot be read. */
export function readFilter(query: string): DeliveryFilter {
  return DeliveryFilter.parse(Object.fromEntries(new URLSearchParams(query)));
}

export function pageKey({ wantedAt, id }: { wantedAt: Date | null; id: string }): string {
  return `${wantedAt?.toISOString() ?? NO_TIME}_${id}`;
}
