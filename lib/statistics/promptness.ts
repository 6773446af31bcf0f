import type { CallBackTally, Promptness } from './types.ts';

/** A caller who is called back within so many minutes was called back soon. */
export const SOON_MINUTES = 15;

/** How soon those were called back who were called back at all. */
export function promptnessOf(tallies: readonly Pick<CallBackTally, 'minutes' | 'rows'>[]): Promptness {
  const sorted = [...tallies].sort((a, b) => a.minutes - b.minutes);
  const calledBack = sum(sorted);
  return {
    calledBack,
    soon: sum(sorted.filter(({ minutes }) => minutes <= SOON_MINUTES)),
    median: within(sorted, calledBack, 0.5),
    p90: within(sorted, calledBack, 0.9),
  };
}

/** The fewest minutes within which at least this share of them was called back (nearest rank). */
function within(sorted: readonly Pick<CallBackTally, 'minutes' | 'rows'>[], all: number, share: number): number | null {
  let reached = 0;
  for (const { minutes, rows } of sorted) {
    reached += rows;
    if (reached > 0 && reached >= all * share) return minutes;
  }
  return null;
}

function sum(tallies: readonly { rows: number }[]): number {
  return tallies.reduce((total, { rows }) => total + rows, 0);
}
