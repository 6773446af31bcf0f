import type { LedgerEventType } from '../missed-calls/types.ts';
import type { SmsReport, SmsState } from './types.ts';

/*
 *             ┌──── not taken, again later ────┐
 *             ▼                                │
 *   ──────▶ queued ─────── claimed ──────▶ sending ───── refused, uncertain, given up ────▶ failed
 *             ▲                                │                                              │
 *             │                              taken                                            │
 *             │                                ▼                                              │
 *             │                              sent ──── reported ───▶ delivered, undelivered   │
 *             └───────────────── an admin asks for it again ──────────────────────────────────┘
 *
 * A report may overtake the answer, or tell of a message of which it was not known whether it had gone: it is believed.
 */

export type SmsEvent = { type: 'taken' } | { type: 'failed' } | { type: 'reported'; said: SmsReport['said'] };
/** What the ledger is told of it, in this order. */
export type SmsTold = Extract<LedgerEventType, 'sms_sent' | 'sms_failed' | 'sms_delivered' | 'sms_undelivered'>;

/** What a message becomes. Said again, nothing is told again; once it was delivered, nothing takes that back. */
export function nextSmsState(state: SmsState, event: SmsEvent): { state: SmsState; tells: SmsTold[] } {
  const hasGone = state === 'sent' || state === 'delivered' || state === 'undelivered';
  const same = { state, tells: [] };
  switch (event.type) {
    case 'failed':
      return hasGone || state === 'failed' ? same : { state: 'failed', tells: ['sms_failed'] };
    case 'taken':
      return hasGone ? same : { state: 'sent', tells: ['sms_sent'] };
    case 'reported': {
      if (event.said === 'sent') return nextSmsState(state, { type: 'taken' });
      if (state === event.said || state === 'delivered') return same;
      const gone: SmsTold[] = hasGone ? [] : ['sms_sent'];
      return { state: event.said, tells: [...gone, event.said === 'delivered' ? 'sms_delivered' : 'sms_undelivered'] };
    }
  }
}
