import { expect, test } from 'vitest';
import { reconnectDelayMs } from './backoff.ts';

test('a PBX that restarts is found again within half a second, one that stays away is asked twice a minute', () => {
  const longest = [1, 2, 3, 4, 5, 6, 7, 8, 100].map((failures) => reconnectDelayMs(failures, 0.999999));
  expect(longest).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
  expect(reconnectDelayMs(1, 0)).toBe(250);
  expect(reconnectDelayMs(100, 0)).toBe(15_000);
});
