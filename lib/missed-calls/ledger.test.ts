import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ImpossibleLedgerEvent, nextRow } from './ledger.ts';
import type { LedgerEvent, MissedCallRow } from './types.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 0, 31, 10, minute));
const miss = (minute: number, waitSeconds = 20, isOutsideHours = false): LedgerEvent => ({
  type: 'missed',
  at: at(minute),
  callId: `call-${minute}`,
  missedAt: at(minute),
  waitSeconds,
  isOutsideHours,
});
const hidden = (minute: number): LedgerEvent => ({ type: 'removed', at: at(minute), reason: 'manual', byId: 'marta' });
const restored = (minute: number): LedgerEvent => ({ type: 'restored', at: at(minute), byId: 'marta' });
const after = (...events: LedgerEvent[]) => events.reduce<MissedCallRow | null>(nextRow, null);

describe('nextRow', () => {
  test('[S2.12] a miss begins a row that is listed, with nothing done about it', () => {
    expect(after(miss(0))).toMatchObject({ state: 'listed', misses: 1, lastStatus: 'none', attempts: 0, waitSeconds: 20 });
  });

  test('[S2.14] misses in a row are one row: ×n, with the date and the wait of the last', () => {
    expect(after(miss(0), miss(3, 5), miss(7, 41))).toMatchObject({
      misses: 3,
      firstMissedAt: at(0),
      lastMissedAt: at(7),
      waitSeconds: 41,
    });
  });

  test('[S2.23] it was outside the working hours if the last miss was', () => {
    expect(after(miss(0, 20, true))).toMatchObject({ isOutsideHours: true });
    expect(after(miss(0, 20, true), miss(3))).toMatchObject({ isOutsideHours: false });
    expect(after(miss(3), miss(0, 20, true))).toMatchObject({ isOutsideHours: false });
  });

  test('[S2.14] a miss that is heard of late counts, and the last stays the last', () => {
    expect(after(miss(5, 9), miss(2, 60))).toMatchObject({
      misses: 2,
      firstMissedAt: at(2),
      lastMissedAt: at(5),
      waitSeconds: 9,
    });
  });

  test('[S2.25] the last status is that of the last attempt that ended', () => {
    const started: LedgerEvent = { type: 'call_started', at: at(1), attemptId: 'a', byId: 'olga' };
    const notReached: LedgerEvent = { type: 'call_not_reached', at: at(2), attemptId: 'a', cause: 'busy' };
    const reached: LedgerEvent = { type: 'call_reached', at: at(5), attemptId: 'b', talkSeconds: 30 };
    expect(after(miss(0), started)).toMatchObject({ lastStatus: 'none', attempts: 1, firstAttemptAt: at(1) });
    expect(after(miss(0), started, notReached)).toMatchObject({ lastStatus: 'not_reached' });
    expect(after(miss(0), started, notReached, { ...started, at: at(4), attemptId: 'b' }, reached)).toMatchObject({
      lastStatus: 'reached',
      attempts: 2,
      firstAttemptAt: at(1),
      firstReachedAt: at(5),
    });
  });

  test('[S2.19] [S2.25] a message that was sent is an attempt, and the last status; one that never left is neither', () => {
    const sent: LedgerEvent = { type: 'sms_sent', at: at(1), smsId: 'a', byId: 'olga' };
    expect(after(miss(0), { type: 'sms_failed', at: at(1), smsId: 'a', byId: 'olga', cause: 'no_credit' })).toEqual(
      after(miss(0)),
    );
    expect(after(miss(0), sent)).toMatchObject({ attempts: 1, lastStatus: 'sms_sent', firstAttemptAt: null });
    expect(after(miss(0), sent, { type: 'sms_delivered', at: at(2), smsId: 'a' })).toEqual(after(miss(0), sent));
  });

  test('who is to deal with it is told in any state', () => {
    const assigned: LedgerEvent = { type: 'assigned', at: at(5), toId: 'olga', byId: null };
    expect(after(miss(0), assigned)).toMatchObject({ state: 'listed', assigneeId: 'olga' });
    expect(after(miss(0), hidden(4), assigned)).toMatchObject({ state: 'hidden', assigneeId: 'olga' });
    expect(after(miss(0), assigned, { ...assigned, toId: null, byId: 'marta' })).toMatchObject({ assigneeId: null });
  });

  test('[S2.20] a hidden row is deleted for good with what was done about it still counted, and is not restored again', () => {
    const deleted: LedgerEvent = { type: 'deleted', at: at(9) };
    const row = after(miss(0), miss(1), hidden(4), deleted);
    expect(row).toMatchObject({ state: 'deleted', misses: 2, removalReason: 'manual' });
    expect(() => after(miss(0), hidden(4), deleted, restored(10))).toThrow(ImpossibleLedgerEvent);
    expect(() => after(miss(0), deleted)).toThrow(ImpossibleLedgerEvent);
  });

  test('[S2.16] [S2.22] a row that is removed says when, why and by whom', () => {
    expect(after(miss(0), hidden(4))).toMatchObject({
      state: 'hidden',
      removedAt: at(4),
      removalReason: 'manual',
      removedById: 'marta',
    });
  });

  test('[S2.20] a restored row is listed again, as one that nobody removed', () => {
    expect(after(miss(0), hidden(4), restored(6))).toMatchObject({
      state: 'listed',
      removedAt: null,
      removalReason: null,
      removedById: null,
      restoredAt: at(6),
    });
  });

  test('a call back that is up while its row is removed still has its result', () => {
    const reached: LedgerEvent = { type: 'call_reached', at: at(5), attemptId: 'a', talkSeconds: 30 };
    expect(after(miss(0), hidden(4), reached)).toMatchObject({ state: 'hidden', lastStatus: 'reached' });
  });

  test('a miss that turns out answered leaves the others, or nothing', () => {
    const left = { misses: 1, firstMissedAt: at(0), lastMissedAt: at(0), waitSeconds: 20, isOutsideHours: false };
    expect(after(miss(0), miss(3), { type: 'withdrawn', at: at(9), callId: 'call-3', left })).toMatchObject({
      state: 'listed',
      ...left,
    });
    expect(after(miss(0), { type: 'withdrawn', at: at(9), callId: 'call-0', left: null })).toMatchObject({
      state: 'withdrawn',
      misses: 0,
    });
  });

  test.each<[string, LedgerEvent[]]>([
    ['anything before a miss', [hidden(0)]],
    ['removing what is hidden', [miss(0), hidden(1), hidden(2)]],
    ['restoring what is listed', [miss(0), restored(1)]],
    ['[S2.14a] missing again what is hidden: that is a new row', [miss(0), hidden(1), miss(2)]],
    [
      'withdrawing twice',
      [
        miss(0),
        { type: 'withdrawn', at: at(1), callId: 'call-0', left: null },
        { type: 'withdrawn', at: at(2), callId: 'call-0', left: null },
      ],
    ],
  ])('%s is impossible', (_, events) => {
    expect(() => after(...events)).toThrow(ImpossibleLedgerEvent);
  });
});

describe('a row', () => {
  const step = fc.oneof(
    fc.integer({ min: 0, max: 59 }).map((minute) => miss(minute)),
    fc.integer({ min: 0, max: 59 }).map(hidden),
    fc.integer({ min: 0, max: 59 }).map(restored),
  );

  test('counts each of its misses, dates them right, and is hidden exactly while the last removal stands, whatever comes when', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 59 }), fc.array(step, { maxLength: 30 }), (first, steps) => {
        let row = nextRow(null, miss(first));
        const minutes = [first];
        let isHidden = false;
        for (const each of steps) {
          const possible = each.type === 'restored' ? isHidden : !isHidden;
          if (!possible) {
            expect(() => nextRow(row, each)).toThrow(ImpossibleLedgerEvent);
            continue;
          }
          row = nextRow(row, each);
          if (each.type === 'missed') minutes.push(each.missedAt.getUTCMinutes());
          else isHidden = each.type === 'removed';
        }
        expect(row).toMatchObject({
          state: isHidden ? 'hidden' : 'listed',
          misses: minutes.length,
          firstMissedAt: at(Math.min(...minutes)),
          lastMissedAt: at(Math.max(...minutes)),
        });
        expect(row.removedAt !== null).toBe(isHidden);
      }),
    );
  });
});
