import { z } from 'zod';
import { periodFields, periodQuery } from '../period.ts';
import { SearchText } from '../search-text.ts';
import { AUTOMATON_REASONS, LAST_STATUSES } from './types.ts';

export const VIEWS = ['visible', 'hidden', 'all'] as const;

/** What ended a row (S2.27): nothing yet, the automaton or one of its reasons, a person, one who is no user any more; or a user's id. */
export const REMOVED_BY = ['list', 'automaton', ...AUTOMATON_REASONS, 'hand', 'former'] as const;
const RemovedBy = z.union([z.enum(REMOVED_BY), z.uuid()]);
export type RemovedBy = z.infer<typeof RemovedBy>;

/** Whose rows: those of whoever looks, or nobody's in particular. */
export const ASSIGNED = ['me', 'nobody'] as const;

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
  /** By when they were last missed, as the statistics count them. */
  ...periodFields,
  status: z.enum(LAST_STATUSES).optional().catch(undefined),
  removed: RemovedBy.optional().catch(undefined),
  tag: z.uuid().optional().catch(undefined),
  assigned: z.enum(ASSIGNED).optional().catch(undefined),
  text: SearchText,
  after: PageKey.optional().catch(undefined),
});
export type MissedCallFilter = z.infer<typeof MissedCallFilter>;

/** The filter as it stands in the address, always in the same order and without a page: two that mean the same read the same. */
export function filterQuery({
  view,
  line,
  status,
  removed,
  tag,
  assigned,
  text,
  ...period
}: Omit<MissedCallFilter, 'after'>): string {
  const asked = {
    view: view === 'visible' ? undefined : view,
    line,
    ...periodQuery(period),
    status,
    removed,
    tag,
    assigned,
    text,
  };
  const set = Object.entries(asked).filter(([, value]) => value !== undefined);
  return new URLSearchParams(set.map(([name, value]): [string, string] => [name, String(value)])).toString();
}

export function pageKey({ lastMissedAt, id }: { lastMissedAt: Date; id: string }): string {
  return `${lastMissedAt.toISOString()}_${id}`;
}
