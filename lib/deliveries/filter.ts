import { z } from 'zod';
import { isWithinYears } from './limits.ts';
import { plainText } from './plain-text.ts';
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
  text: z
    .string()
    .transform((typed) => plainText(typed).trim().slice(0, 100) || undefined)
    .optional()
    .catch(undefined),
  /** The last row of the page before. */
  after: PageKey.optional().catch(undefined),
});
export type DeliveryFilter = z.infer<typeof DeliveryFilter>;

export function pageKey({ wantedAt, id }: { wantedAt: Date | null; id: string }): string {
  return `${wantedAt?.toISOString() ?? NO_TIME}_${id}`;
}
