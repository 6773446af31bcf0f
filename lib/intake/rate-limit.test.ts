import { describe, expect, test } from 'vitest';
import { takeTokens } from './rate-limit.ts';

const rate = { perSecond: 10, burst: 20 };

describe('takeTokens', () => {
  test('a new source has its whole burst', () => {
    expect(takeTokens(undefined, 20, rate, 0).waitSeconds).toBe(0);
    expect(takeTokens(undefined, 21, rate, 0).waitSeconds).toBeGreaterThan(0);
  });

  test('an empty bucket says in how many seconds there is enough', () => {
    const { bucket } = takeTokens(undefined, 20, rate, 0);
    expect(takeTokens(bucket, 15, rate, 0).waitSeconds).toBe(2);
  });

  test('what was refused costs nothing', () => {
    const { bucket } = takeTokens(undefined, 20, rate, 0);
    const refused = takeTokens(bucket, 10, rate, 500);
    expect(refused.waitSeconds).toBe(1);
    expect(takeTokens(refused.bucket, 10, rate, 1000).waitSeconds).toBe(0);
  });

  test('it never holds more than the burst, nor gains when the clock stands still', () => {
    const { bucket } = takeTokens(undefined, 1, rate, 0);
    expect(takeTokens(bucket, 20, rate, 1e9).bucket.tokens).toBe(0);
    expect(takeTokens({ tokens: 5, at: 100 }, 5, rate, 50).waitSeconds).toBe(0);
  });
});
