import { expect, test } from 'vitest';
import { backOffMs } from './back-off.ts';

test('[R21] who restarts is found again within half a second, who stays away is asked twice a minute, and never all at once', () => {
  const longest = [1, 2, 3, 4, 5, 6, 7, 8, 100].map((failures) => backOffMs(failures, 0.999999));
  expect(longest).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
  expect(backOffMs(1, 0)).toBe(250);
  expect(backOffMs(100, 0)).toBe(15_000);
});
