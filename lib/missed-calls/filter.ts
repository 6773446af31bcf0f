import { z } from 'zod';
import { SearchText } from '../search-text.ts';

export const VIEWS = ['visible', 'hidden', 'all'] as const;

/** The last row of the page before: when its caller was missed, and which it is. */
const PageKey = z
  .string()
  .max(80)
  .transform((key) => {
    const [lastMissedAt, id] = key.split('_');
    return { lastMissedAt, id };
  })
  .pipe(z.object({ lastMissedAt: z.iso.datetime().transform((at) => new Date(at)), id: z.uuid() }));
export type PageKey = z.infer<typeof PageKey>;

/** The filters of the list as the URL carries them (S2.18, S2.28). What is not readable counts as not set. */
export const MissedCallFilter = z.object({
  view: z.enum(VIEWS).default('visible').catch('visible'),
  line: z.uuid().optional().catch(undefined),
  text: SearchText,
  after: PageKey.optional().catch(undefined),
});
export type MissedCallFilter = z.infer<typeof MissedCallFilter>;

/** The filter as it stands in the address, always in the same order and without a page: two that mean the same read the same. */
export function filterQuery({ view, line, text }: Omit<MissedCallFilter, 'after'>): string {
  const set = Object.entries({ view: view === 'visible' ? undefined : view, line, text }).filter(
    ([, value]) => value !== undefined,
  );
  return new URLSearchParams(set.map(([name, value]): [string, string] => [name, String(value)])).toString();
}

export function pageKey({ lastMissedAt, id }: { lastMissedAt: Date; id: string }): string {
  return `${lastMissedAt.toISOString()}_${id}`;
}
