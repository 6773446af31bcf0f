import { z } from 'zod';

export const INTEREST_VIEWS = ['list', 'board', 'mine'] as const;
export type InterestView = (typeof INTEREST_VIEWS)[number];

/** Which view of the interests the address names; one that is none is the list. */
export const InterestPageParams = z.object({ view: z.enum(INTEREST_VIEWS).catch('list') });

export function viewPath(view: InterestView): string {
  return view === 'list' ? '/interests' : `/interests?view=${view}`;
}
