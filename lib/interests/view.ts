import { z } from 'zod';

export const INTEREST_VIEWS = ['list', 'board', 'mine'] as const;
export type InterestView = (typeof INTEREST_VIEWS)[number];

/** Which view of the interests the address names; one that is none is the list. */
export const InterestPageParams = z.object({ view: z.enum(INTEREST_VIEWS).catch('list') });

/** The address of a view. List and board share what is filtered, `query`; what is mine is mine. */
export function viewPath(view: InterestView, query: string): string {
  if (view === 'mine') return '/interests?view=mine';
  const asked = [view === 'board' ? 'view=board' : '', query].filter(Boolean).join('&');
  return asked ? `/interests?${asked}` : '/interests';
}
