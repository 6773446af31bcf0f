import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isThrottled, type Tallies, type Tally, waitSeconds } from './throttle.ts';

const NOW = new Date('2026-11-22T12:00:00Z');
const NONE: Tally = { failures: 0, lastAt: null };

function secondsAgo(seconds: number): Date {
  return new Date(NOW.getTime() - seconds * 1_000);
}

function tallies(overrides: Partial<Tallies>): Tallies {
  return { pair: NONE, account: NONE, address: NONE, ...overrides };
}

describe('isThrottled', () => {
  test('[R38] nobody waits before the first failure', () => {
    expect(isThrottled(tallies({}), NOW)).toBe(false);
  });

  test.each([
    ['pair', 4, false],
    ['pair', 5, true],
    ['address', 19, false],
    ['address', 20, true],
    ['account', 49, false],
    ['account', 50, true],
  ] as const)('[R38] with %s at %i failures a moment ago: %s', (kind, failures, throttled) => {
    expect(isThrottled(tallies({ [kind]: { failures, lastAt: secondsAgo(0.5) } }), NOW)).toBe(throttled);
  });

  test.each([
    [5, 1],
    [6, 2],
    [7, 4],
    [9, 16],
    [10, 30],
    [1_000, 30],
  ])('[R38] after %i failures the next try waits %i s', (failures, seconds) => {
    expect(isThrottled(tallies({ pair: { failures, lastAt: secondsAgo(seconds - 0.001) } }), NOW)).toBe(true);
    expect(isThrottled(tallies({ pair: { failures, lastAt: secondsAgo(seconds) } }), NOW)).toBe(false);
  });

  test('[R38] however many failures there were, half a minute later a try is let in', () => {
    const tally = fc.record({ failures: fc.nat(), lastAt: fc.constant(secondsAgo(30)) });
    fc.assert(
      fc.property(fc.record({ pair: tally, account: tally, address: tally }), (any) => {
        expect(isThrottled(any, NOW)).toBe(false);
      }),
    );
  });

  test('[R38] one more failure never shortens the wait', () => {
    fc.assert(
      fc.property(fc.nat(2_000), fc.integer({ min: 1, max: 100 }), (failures, free) => {
        expect(waitSeconds(failures + 1, free)).toBeGreaterThanOrEqual(waitSeconds(failures, free));
      }),
    );
  });
});
