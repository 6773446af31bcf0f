import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { soundQuality } from './quality.ts';
import { recordOf } from './quality-record.ts';
import { readCounters, sampleBetween } from './sound-counters.ts';

const clear = { lossPercent: 0, jitterMs: 2, roundTripMs: 40 };

describe('how a call sounds (E-model)', () => {
  test('a clear line is good and has no cause', () => {
    expect(soundQuality(clear)).toMatchObject({ level: 'good', cause: null });
    expect(soundQuality(clear).mos).toBeCloseTo(4.4, 1);
  });

  test.each([
    ['loss', { ...clear, lossPercent: 8 }],
    ['jitter', { ...clear, jitterMs: 120 }],
    ['delay', { ...clear, roundTripMs: 900 }],
  ] as const)('%s is named when it weighs most', (cause, sample) => {
    expect(soundQuality(sample)).toMatchObject({ cause });
    expect(soundQuality(sample).level).not.toBe('good');
  });

  test('more loss, jitter or delay never sounds better, and the score stays on its scale', () => {
    const anySample = fc.record({
      lossPercent: fc.double({ min: 0, max: 100, noNaN: true }),
      jitterMs: fc.double({ min: 0, max: 2_000, noNaN: true }),
      roundTripMs: fc.double({ min: 0, max: 5_000, noNaN: true }),
    });
    fc.assert(
      fc.property(anySample, fc.double({ min: 0, max: 50, noNaN: true }), (sample, more) => {
        const { mos } = soundQuality(sample);
        expect(mos).toBeGreaterThanOrEqual(1);
        expect(mos).toBeLessThanOrEqual(4.5);
        for (const key of ['lossPercent', 'jitterMs', 'roundTripMs'] as const) {
          const worse = soundQuality({ ...sample, [key]: sample[key] + more });
          expect(worse.mos).toBeLessThanOrEqual(mos + 1e-9);
        }
      }),
    );
  });
});

describe('what getStats counted', () => {
  const inbound = { type: 'inbound-rtp', packetsReceived: 100, packetsLost: 5, jitter: 0.01 };
  const far = { type: 'remote-inbound-rtp', roundTripTime: 0.08, fractionLost: 0.2 };

  test('nothing before any sound has come', () => {
    expect(readCounters([['a', { type: 'codec' }]])).toBeNull();
  });

  test('a sample is what came since the one before, of the direction that lost more', () => {
    const before = readCounters([['i', inbound]]);
    const after = readCounters([
      ['i', { ...inbound, packetsReceived: 190, packetsLost: 15 }],
      ['f', far],
    ]);
    expect(before && after && sampleBetween(before, after)).toEqual({ lossPercent: 20, jitterMs: 10, roundTripMs: 80 });
    expect(before && after && sampleBetween(before, { ...after, farLossPercent: 0 }).lossPercent).toBe(10);
  });

  test('counters that start anew, and a call that just begins, are no loss', () => {
    const counters = { received: 10, lost: 0, jitterMs: 0, roundTripMs: 0, farLossPercent: 0 };
    expect(sampleBetween({ ...counters, received: 500, lost: 20 }, counters).lossPercent).toBe(0);
    expect(sampleBetween(null, counters).lossPercent).toBe(0);
  });

  test('a line on which nothing arrives any more is dead, not good', () => {
    const counters = { received: 10, lost: 0, jitterMs: 0, roundTripMs: 0, farLossPercent: 0 };
    expect(soundQuality(sampleBetween(counters, counters))).toMatchObject({ level: 'poor', cause: 'silence' });
  });
});

describe('what is kept of a whole call', () => {
  test('nothing of a call that was not measured', () => {
    expect(recordOf([], 2)).toBeNull();
  });

  test('the mean, the worst stretch, and why that one was bad', () => {
    const record = recordOf([soundQuality(clear), soundQuality(clear), soundQuality({ ...clear, lossPercent: 30 })], 2);
    expect(record).toMatchObject({ lossPercent: 10, cause: 'loss', measuredForSeconds: 6 });
    expect(record && record.worstMos < record.mos).toBe(true);
  });
});
