import type { RemovedBy } from '../missed-calls/filter.ts';
import { AUTOMATON_REASONS, type AutomatonReason, LAST_STATUSES, type LastStatus } from '../missed-calls/types.ts';
import type { NamedStatistics } from './read-statistics.ts';
import type { Count } from './types.ts';

/** What a slice is called: a word of the product, or the name of a person. */
type RemovalWord = 'list' | 'automaton' | 'hand' | 'former' | AutomatonReason;

export type StatusSlice = Count & { status: LastStatus };
/** `isPart` is of the slice before it that is not. */
export type RemovalSlice = Count & { removed: RemovedBy; isPart: boolean } & (
    | { word: RemovalWord }
    | { word: null; name: string }
  );

/** The left chart, always with all four (S2.25). */
export function statusSlices({ lastStatus }: NamedStatistics): StatusSlice[] {
  return LAST_STATUSES.map((status) => ({ status, ...lastStatus[status] }));
}

/** The right chart (S2.27): the three shares, each followed by what it is made of. */
export function removalSlices({ removedBy, users }: NamedStatistics): RemovalSlice[] {
  const share = (word: 'list' | 'automaton' | 'hand') => ({ removed: word, word, isPart: false, ...removedBy[word] });
  const reasons = AUTOMATON_REASONS.filter((reason) => removedBy.byReason[reason].rows > 0);
  const parts = removedBy.byUser.map(({ userId, ...count }): RemovalSlice => {
    if (!userId) return { removed: 'former', word: 'former', isPart: true, ...count };
    return { removed: userId, word: null, name: users.get(userId) ?? '', isPart: true, ...count };
  });

  return [
    share('automaton'),
    ...reasons.map((reason) => ({ removed: reason, word: reason, isPart: true, ...removedBy.byReason[reason] })),
    share('hand'),
    ...parts,
    share('list'),
  ];
}
