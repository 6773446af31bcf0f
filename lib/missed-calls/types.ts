/** What ended a row: the automaton's reasons, and a person who removed it (S2.22, S2.27). */
export const REMOVAL_REASONS = ['called_back', 'got_through', 'sms', 'retention', 'manual'] as const;
export type RemovalReason = (typeof REMOVAL_REASONS)[number];

/** The automaton's reasons (S2.27): everything but a person's hand. */
export const AUTOMATON_REASONS = ['called_back', 'got_through', 'sms', 'retention'] as const satisfies RemovalReason[];
export type AutomatonReason = (typeof AUTOMATON_REASONS)[number];

/** The last thing that was done about a row (S2.25). */
export const LAST_STATUSES = ['reached', 'not_reached', 'sms_sent', 'none'] as const;
export type LastStatus = (typeof LAST_STATUSES)[number];

/**
 * - `listed`: somebody still has to deal with it.
 * - `hidden`: removed from the list, shown by View, and restorable (S2.18, S2.20).
 * - `withdrawn`: every call in it turned out to have been answered; it was never a miss (events.md rule 2).
 * - `deleted`: it was hidden for as long as hidden rows are kept (S2.20): the row names nobody any more, that it was is still counted.
 */
export type MissedCallState = 'listed' | 'hidden' | 'withdrawn' | 'deleted';

/** What is left of a row's misses once one of them was withdrawn. */
export type MissesLeft = {
  misses: number;
  firstMissedAt: Date;
  lastMissedAt: Date;
  waitSeconds: number;
  isOutsideHours: boolean;
};

/** Everything that can happen to a row, in the past tense. Each is appended and never changed. */
export type LedgerEvent = { at: Date } & (
  | { type: 'missed'; callId: string; missedAt: Date; waitSeconds: number; isOutsideHours: boolean }
  | { type: 'withdrawn'; callId: string; left: MissesLeft | null }
  | { type: 'call_started'; attemptId: string; byId: string }
  | { type: 'call_reached'; attemptId: string; talkSeconds: number }
  | { type: 'call_not_reached'; attemptId: string; cause: string | null }
  /** The provider took the message; `byId` asked for it. */
  | { type: 'sms_sent'; smsId: string; byId: string }
  /** The provider refused it for good: it never left. */
  | { type: 'sms_failed'; smsId: string; byId: string; cause: string | null }
  /** What the provider's delivery report said later. */
  | { type: 'sms_delivered'; smsId: string }
  | { type: 'sms_undelivered'; smsId: string; cause: string | null }
  /** Who is to deal with it from now on; null is nobody in particular. `byId` is null where a rule decided. */
  | { type: 'assigned'; toId: string | null; byId: string | null }
  | { type: 'removed'; reason: Exclude<RemovalReason, 'manual'>; byId: null }
  | { type: 'removed'; reason: 'manual'; byId: string }
  /** `byId` is null where the SMS that took it off the list turned out undelivered. */
  | { type: 'restored'; byId: string | null }
  | { type: 'deleted' }
);
export const LEDGER_EVENT_TYPES = [
  'missed',
  'withdrawn',
  'call_started',
  'call_reached',
  'call_not_reached',
  'sms_sent',
  'sms_failed',
  'sms_delivered',
  'sms_undelivered',
  'assigned',
  'removed',
  'restored',
  'deleted',
] as const satisfies LedgerEvent['type'][];
export type LedgerEventType = (typeof LEDGER_EVENT_TYPES)[number];

/** A row as its events made it. */
export type MissedCallRow = {
  state: MissedCallState;
  /** How often in a row, shown as ×n (S2.14). */
  misses: number;
  firstMissedAt: Date;
  lastMissedAt: Date;
  /** How long the caller waited the last time. */
  waitSeconds: number;
  /** The last time was outside the working hours. */
  isOutsideHours: boolean;
  lastStatus: LastStatus;
  /** Calls and messages that were begun from Offhook (S2.19). */
  attempts: number;
  /** The first call back, and the first that somebody answered. */
  firstAttemptAt: Date | null;
  firstReachedAt: Date | null;
  /** Who made the first call back. */
  firstAttemptById: string | null;
  assigneeId: string | null;
  removedAt: Date | null;
  removalReason: RemovalReason | null;
  removedById: string | null;
  /** Since when it stands on the list again: its retention counts from here. */
  restoredAt: Date | null;
};
