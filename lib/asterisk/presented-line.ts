import type { PresentableLine } from './phone-queries.ts';

type Wish = {
  /** What was chosen for this call. */
  lineId: string | undefined;
  mayChoose: boolean;
  /** What was presented last. */
  lastLineId: string | null;
};

/**
 * Which number a call presents (S2.4, S2.7b): the chosen one, else the one presented last, else the first of the user's own.
 * Null where they have none: the dialplan decides. `notAllowed` for a choice that is not theirs to make.
 */
export function presentedLine(pool: readonly PresentableLine[], wish: Wish): PresentableLine | null | 'notAllowed' {
  const usual = pool.find(({ id }) => id === wish.lastLineId) ?? pool[0] ?? null;
  if (wish.lineId === undefined || wish.lineId === usual?.id) return usual;
  if (!wish.mayChoose) return 'notAllowed';
  return pool.find(({ id }) => id === wish.lineId) ?? 'notAllowed';
}
