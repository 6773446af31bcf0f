import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextAttempt } from './retries.ts';

const queuedAt = new Date('2026-11-22T16:00:00Z');
const DAY_SECONDS = 24 * 3_600;
const after = (seconds: number) => new Date(queuedAt.getTime() + seconds * 1_000);

describe('a message that failed', () => {
  test('is tried again after 5 s, 30 s, 2 min and then every 5 min', () => {
    const next = [1, 2, 3, 4, 5, 200].map((attempts) => nextAttempt({ queuedAt, attempts }, queuedAt, 0));
    expect(next).toEqual([5, 30, 120, 300, 300, 300].map(after));
  });

  test('is given up a day after it was queued, however often it was tried', () => {
    expect(nextAttempt({ queuedAt, attempts: 2 }, after(DAY_SECONDS - 31), 0)).toEqual(after(DAY_SECONDS - 1));
    expect(nextAttempt({ queuedAt, attempts: 2 }, after(DAY_SECONDS - 30), 0)).toBeNull();
    expect(nextAttempt({ queuedAt, attempts: 280 }, after(DAY_SECONDS - 300), 0)).toBeNull();
  });

  test('waits up to a fifth longer, so that tills that failed together come back apart', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300 }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (attempts, random) => {
          const least = (nextAttempt({ queuedAt, attempts }, queuedAt, 0)?.getTime() ?? 0) - queuedAt.getTime();
          const wait = (nextAttempt({ queuedAt, attempts }, queuedAt, random)?.getTime() ?? 0) - queuedAt.getTime();
          expect(wait).toBeGreaterThanOrEqual(least);
          expect(wait).toBeLessThanOrEqual(least * 1.2 + 1);
        },
      ),
    );
  });
});
