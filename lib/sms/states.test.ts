import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextSmsState, type SmsEvent } from './states.ts';
import { SMS_STATES, type SmsState } from './types.ts';

const reported = (said: 'sent' | 'delivered' | 'undelivered'): SmsEvent => ({ type: 'reported', said });
const run = (events: SmsEvent[], from: SmsState = 'sending') =>
  events.reduce(
    ({ state, tells }, event) => {
      const next = nextSmsState(state, event);
      return { state: next.state, tells: [...tells, ...next.tells] };
    },
    { state: from, tells: [] as string[] },
  );

describe('[S2.19] what becomes of a message', () => {
  test('is taken by the provider, then delivered, each told once', () => {
    const events: SmsEvent[] = [{ type: 'taken' }, reported('sent'), reported('delivered'), reported('delivered')];
    expect(run(events)).toEqual({ state: 'delivered', tells: ['sms_sent', 'sms_delivered'] });
  });

  test('a report that overtakes the answer is told after the sending', () => {
    expect(run([reported('undelivered'), { type: 'taken' }])).toEqual({
      state: 'undelivered',
      tells: ['sms_sent', 'sms_undelivered'],
    });
  });

  test('one of which nobody knew whether it had gone has, where a report comes', () => {
    expect(run([{ type: 'failed' }, reported('delivered')])).toEqual({
      state: 'delivered',
      tells: ['sms_failed', 'sms_sent', 'sms_delivered'],
    });
  });

  test('delivered is the end; one that seemed undelivered may still arrive', () => {
    expect(run([{ type: 'taken' }, reported('delivered'), reported('undelivered'), { type: 'failed' }]).state).toBe('delivered');
    expect(run([{ type: 'taken' }, reported('undelivered'), reported('delivered')]).state).toBe('delivered');
  });

  test('whatever is heard in whatever order, nothing is told twice, and no arrival before the sending', () => {
    const event = fc.constantFrom<SmsEvent>(
      { type: 'taken' },
      { type: 'failed' },
      reported('sent'),
      reported('delivered'),
      reported('undelivered'),
    );
    fc.assert(
      fc.property(fc.array(event), (events) => {
        const { state, tells } = run(events);
        expect(new Set(tells).size).toBe(tells.length);
        const sent = tells.indexOf('sms_sent');
        for (const arrival of ['sms_delivered', 'sms_undelivered']) {
          if (tells.includes(arrival)) expect(sent).toBeGreaterThanOrEqual(0);
          if (tells.includes(arrival)) expect(tells.indexOf(arrival)).toBeGreaterThan(sent);
        }
        expect(SMS_STATES).toContain(state);
      }),
    );
  });
});
