import { z } from 'zod';
import { SearchText } from '../search-text.ts';
import { ANY_STAGE, CLOSED_STAGES, ME, NOBODY } from './filter-words.ts';

const NO_TIME = 'none';

/** The last row of the page before: its number, and before it, where the list is by due tasks, when the next one is due. */
const PageKey = z
  .string()
  .max(60)
  .transform((key) => {
    const [number, dueAt = NO_TIME] = key.split('_');
    return { number: Number(number), dueAt: dueAt === NO_TIME ? null : dueAt };
  })
  .pipe(z.object({ number: z.number().int().positive().max(2_147_483_647), dueAt: z.iso.datetime().nullable() }));
export type PageKey = z.infer<typeof PageKey>;

/** The filters of the list as the URL carries them. What is not readable counts as not set. */
export const InterestFilter = z.object({
  /** One of the stages, what is closed as won or lost, or all of them; active ones when unset. */
  stage: z
    .union([z.uuid(), z.enum(CLOSED_STAGES), z.literal(ANY_STAGE)])
    .optional()
    .catch(undefined),
  responsible: z
    .union([z.uuid(), z.literal(ME), z.literal(NOBODY)])
    .optional()
    .catch(undefined),
  service: z.uuid().optional().catch(undefined),
  customer: z.uuid().optional().catch(undefined),
  text: SearchText,
  /** What is due first is first; the newest when unset. */
  sort: z.literal('due').optional().catch(undefined),
  after: PageKey.optional().catch(undefined),
});
export type InterestFilter = z.infer<typeof InterestFilter>;

/** The filter as it stands in the address, always in the same order and without a page: two that mean the same read the same. */
export function filterQuery({ stage, responsible, service, customer, text, sort }: Omit<InterestFilter, 'after'>): string {
  const set = Object.entries({ stage, responsible, service, customer, text, sort }).filter(([, value]) => value !== undefined);
  return new URLSearchParams(set.map(([name, value]): [string, string] => [name, String(value)])).toString();
}

/** What a link or a saved filter carries, cleaned of what cannot be read. */
export function readFilter(query: string): InterestFilter {
  return InterestFilter.parse(Object.fromEntries(new URLSearchParams(query)));
}

export function pageKey({ number, dueAt }: { number: number; dueAt: Date | null }, isByDue: boolean): string {
  return isByDue ? `${number}_${dueAt?.toISOString() ?? NO_TIME}` : String(number);
}
