/** What ended a row: the automaton's reasons, and a person who removed it (S2.22, S2.27). */
export const REMOVAL_REASONS = ['called_back', 'got_through', 'sms', 'retention', 'manual'] as const;
export type RemovalReason = (typeof REMOVAL_REASONS)[number];

/** The last thing that was done about a row (S2.25). */
export type LastStatus = 'none' | 'not_reached' | 'reached' | 'sms_sent';

/**
 * - `listed`: somebody still has to deal with it.
 * - `hidden`: removed from the list, shown by View, and restorable (S2.18, S2.20).
 * - `withdrawn`: every call in it turned out to have been answered; it was never a miss (events.md rule 2).
 */
export type MissedCallState = 'listed' | 'hidden' | 'withdrawn';

/** What is left of a row's misses once one of them was withdrawn. */
export type MissesLeft = { misses: number; firstMissedAt: Date; lastMissedAt: Date; waitSeconds: number };

/** Everything that can happen to a row, in the past tense. Each is appended and never changed. */
export type LedgerEvent = { at: Date } & (
  | { type: 'missed'; callId: string; missedAt: Date; waitSeconds: number }
  | { type: 'withdrawn'; callId: string; left: MissesLeft | null }
  | { type: 'call_started'; attemptId: string; byId: string }
  | { type: 'call_reached'; attemptId: string; talkSeconds: number }
  | { type: 'call_not_reached'; attemptId: string; cause: string | null }
  | { type: 'removed'; reason: Exclude<RemovalReason, 'manual'>; byId: null }
  | { type: 'removed'; reason: 'manual'; byId: string }
  | { type: 'restored'; byId: string }
);
export const LEDGER_EVENT_TYPES = [
  'missed',
  'withdrawn',
  'call_started',
  'call_reached',
  'call_not_reached',
  'removed',
  'restored',
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
  lastStatus: LastStatus;
  attempts: number;
  firstAttemptAt: Date | null;
  firstReachedAt: Date | null;
  removedAt: Date | null;
  removalReason: RemovalReason | null;
  removedById: string | null;
  /** Since when it stands on the list again: its retention counts from here. */
  restoredAt: Date | null;
};
