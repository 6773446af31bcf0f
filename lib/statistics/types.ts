import type { AutomatonReason, LastStatus, RemovalReason } from '../missed-calls/types.ts';

/** Rows that are alike in all that a chart tells apart, and how many they are. */
export type Tally = {
  /** Null for calls to a number that is no line of ours. */
  lineId: string | null;
  lastStatus: LastStatus;
  /** Null while it is on the list. */
  removalReason: RemovalReason | null;
  removedById: string | null;
  /** Permanently (S2.20): it counts, and is in no list. */
  isDeleted: boolean;
  rows: number;
};

/** First call backs made by the same operator on the same line within as many minutes. */
export type CallBackTally = { lineId: string | null; byId: string | null; minutes: number; rows: number };

/** How many, and how many of them no list shows any more. */
export type Count = { rows: number; deleted: number };

/** How soon callers were called back for the first time. Minutes are rounded up; null where nobody was. */
export type Promptness = { calledBack: number; soon: number; median: number | null; p90: number | null };

export type Statistics = {
  total: Count;
  /** S2.25 */
  lastStatus: Record<LastStatus, Count>;
  /** S2.27 */
  removedBy: {
    list: Count;
    automaton: Count;
    byReason: Record<AutomatonReason, Count>;
    hand: Count;
    byUser: (Count & { userId: string | null })[];
  };
  promptness: Promptness;
  byLine: (Promptness & { lineId: string | null; rows: number })[];
  byOperator: (Promptness & { userId: string | null })[];
};
