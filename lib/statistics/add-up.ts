import { promptnessOf } from './promptness.ts';
import type { CallBackTally, Count, Statistics, Tally } from './types.ts';

/** Both charts and the figures, out of the same rows (S2.25–S2.27a). */
export function addUp(tallies: readonly Tally[], callBacks: readonly CallBackTally[]): Statistics {
  const count = (fits: (tally: Tally) => boolean) => counted(tallies.filter(fits));
  const byHand = tallies.filter(({ removalReason }) => removalReason === 'manual');
  const ofReason = (reason: Tally['removalReason']) => count((tally) => tally.removalReason === reason);

  return {
    total: counted(tallies),
    lastStatus: {
      reached: count(({ lastStatus }) => lastStatus === 'reached'),
      not_reached: count(({ lastStatus }) => lastStatus === 'not_reached'),
      sms_sent: count(({ lastStatus }) => lastStatus === 'sms_sent'),
      none: count(({ lastStatus }) => lastStatus === 'none'),
    },
    removedBy: {
      list: ofReason(null),
      automaton: count(({ removalReason }) => removalReason !== null && removalReason !== 'manual'),
      byReason: {
        called_back: ofReason('called_back'),
        got_through: ofReason('got_through'),
        sms: ofReason('sms'),
        retention: ofReason('retention'),
      },
      hand: counted(byHand),
      byUser: grouped(byHand, ({ removedById }) => removedById)
        .map(([userId, removed]) => ({ userId, ...counted(removed) }))
        .sort((a, b) => b.rows - a.rows),
    },
    promptness: promptnessOf(callBacks),
    byLine: grouped(tallies, ({ lineId }) => lineId)
      .map(([lineId, missed]) => ({
        lineId,
        rows: counted(missed).rows,
        ...promptnessOf(callBacks.filter((each) => each.lineId === lineId)),
      }))
      .sort((a, b) => b.rows - a.rows),
    byOperator: grouped(callBacks, ({ byId }) => byId)
      .map(([userId, theirs]) => ({ userId, ...promptnessOf(theirs) }))
      .sort((a, b) => b.calledBack - a.calledBack),
  };
}

function counted(tallies: readonly Tally[]): Count {
  return tallies.reduce(
    (sum, { rows, isDeleted }) => ({ rows: sum.rows + rows, deleted: sum.deleted + (isDeleted ? rows : 0) }),
    { rows: 0, deleted: 0 },
  );
}

function grouped<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): [Key, Item[]][] {
  const groups = new Map<Key, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups];
}
