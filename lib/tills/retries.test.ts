import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextAttempt, nextInLine } from './retries.ts';

const now = new Date('2026-11-22T16:00:00Z');
const HOUR_MS = 3_600_000;
const after = (ms: number) => new Date(now.getTime() + ms);

describe('a message that failed', () => {
  test('is tried again after 5 s, 30 s, 2 min, 10 min, 1 h, 6 h, 8 h and 8 h', () => {
    const waits = [1, 2, 3, 4, 5, 6, 7, 8].map((attempts) => nextAttempt(attempts, now, 0));
    expect(waits).toEqual([5, 30, 120, 600, 3_600, 21_600, 28_800, 28_800].map((seconds) => after(seconds * 1_000)));
  });

  test('is given up after the ninth attempt, about a day after the first', () => {
    expect(nextAttempt(9, now, 0)).toBeNull();

    let at = now;
    for (let attempts = 1; ; attempts += 1) {
      const next = nextAttempt(attempts, at, 0);
      if (!next) break;
      at = next;
    }
    expect((at.getTime() - now.getTime()) / HOUR_MS).toBeGreaterThan(23);
    expect((at.getTime() - now.getTime()) / HOUR_MS).toBeLessThan(25);
  });

  test('waits up to a fifth longer, so that tills that failed together come back apart', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 8 }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (attempts, random) => {
          const least = nextAttempt(attempts, now, 0)?.getTime() ?? 0;
          const wait = (nextAttempt(attempts, now, random)?.getTime() ?? 0) - now.getTime();
          expect(wait).toBeGreaterThanOrEqual(least - now.getTime());
          expect(wait).toBeLessThanOrEqual((least - now.getTime()) * 1.2 + 1);
        },
      ),
    );
  });
});

describe('which message goes next', () => {
  const message = (id: string, deliveryId: string | null, nextAttemptAt: Date | null) => ({ id, deliveryId, nextAttemptAt });

  test('the oldest that is due', () => {
    expect(nextInLine([message('1', 'a', after(1)), message('2', 'b', now), message('3', 'c', now)], now)?.id).toBe('2');
    expect(nextInLine([message('1', 'a', after(1))], now)).toBeNull();
    expect(nextInLine([], now)).toBeNull();
  });

  test('never before an older one of the same delivery', () => {
    expect(nextInLine([message('1', 'a', after(5_000)), message('2', 'a', now)], now)).toBeNull();
    expect(nextInLine([message('1', 'a', after(5_000)), message('2', 'a', now), message('3', 'b', now)], now)?.id).toBe('3');
  });

  test('what is about no delivery waits for nothing', () => {
    expect(nextInLine([message('1', null, after(5_000)), message('2', null, now)], now)?.id).toBe('2');
  });
});
