import type { EventDetails } from './event-details.ts';
import type { LedgerEventType } from './types.ts';

type CallEvent = 'call_started' | 'call_reached' | 'call_not_reached';

/** One line of the handling history (S2.15): an attempt to call is one, from its beginning to what came of it. */
export type HistoryLine = {
  /** That of its first event: its place in the chain. */
  seq: number;
  type: Exclude<LedgerEventType, CallEvent> | 'called';
  at: Date;
  byId: string | null;
  details: EventDetails;
  /** What came of an attempt to call; null while it lasts, and for all else. */
  outcome: 'reached' | 'not_reached' | null;
};

export type ReadEvent = { seq: number; type: LedgerEventType; at: Date; byId: string | null; details: EventDetails };

/** A row's events, the first first, as lines of its history, the latest first. What is told of an attempt later stands in its line. */
export function historyLines(events: ReadEvent[]): HistoryLine[] {
  const lines = new Map<string, HistoryLine>();
  for (const { type, ...event } of events) {
    const key = event.details.attemptId ? `call ${event.details.attemptId}` : `event ${event.seq}`;
    switch (type) {
      case 'call_started':
        lines.set(key, { ...event, type: 'called', outcome: null });
        break;
      case 'call_reached':
      case 'call_not_reached': {
        const begun = lines.get(key) ?? { ...event, type: 'called' };
        const outcome = type === 'call_reached' ? 'reached' : 'not_reached';
        lines.set(key, { ...begun, details: event.details, outcome });
        break;
      }
      default:
        lines.set(key, { ...event, type, outcome: null });
    }
  }
  return [...lines.values()].sort((a, b) => b.seq - a.seq);
}
