import type { CustomerClass } from '../caller-card/types.ts';
import type { Fulfilment } from '../deliveries/types.ts';

/** The columns of a board, in the order a delivery goes through them. */
export const BOARD_STATUSES = ['sent', 'accepted', 'cooking', 'ready'] as const;
export type BoardStatus = (typeof BOARD_STATUSES)[number];

/** What the desk changed of a line since the kitchen saw it. */
export type LineMark =
  | { kind: 'added' | 'removed' }
  /** Undefined: that is as it was. */
  | { kind: 'changed'; quantityWas?: number; noteWas?: string };

export type BoardLine = { id: string; name: string; quantity: number; note: string; mark: LineMark | null };

/** What the desk changed besides the lines since the kitchen saw it; undefined is as it was. */
export type CardChanges = {
  wantedAtWas?: string | null;
  fulfilmentWas?: Fulfilment;
  commentWas?: string;
  /** Nothing changed that the kitchen cooks by: an address, a phone. */
  isForOthersOnly: boolean;
};

/** A delivery as its point of sale sees it: what was sent, never what an operator is still writing. Times are ISO. */
export type BoardCard = {
  id: string;
  number: number;
  status: BoardStatus;
  /** The sending that is shown: an answer to it says so. */
  revision: number;
  fulfilment: Fulfilment;
  customerName: string;
  customerClass: CustomerClass | null;
  driverName: string | null;
  wantedAt: string | null;
  promisedAt: string | null;
  comment: string;
  problemReason: string | null;
  /** When it came into its column. */
  since: string;
  /** Removed ones too, while they are marked. */
  lines: BoardLine[];
  /** Null where the kitchen has seen what was sent last. */
  changes: CardChanges | null;
  /** Why it is on this board no more; it stays in sight until the kitchen has seen that. */
  gone: { kind: 'cancelled'; reason: string } | { kind: 'moved'; to: string } | null;
  /** What was sent cannot be read: somebody has to ask. */
  isUnreadable: boolean;
};

export type Board = {
  /** The server's time: everything on the board counts from it. */
  now: string;
  pointOfSale: { id: string; name: string; capacity: number; ordersStoppedAt: string | null };
  cards: BoardCard[];
};
