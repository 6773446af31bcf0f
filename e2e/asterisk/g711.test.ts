import { expect, test } from 'vitest';
import { decodeALaw, encodeALaw } from './g711.ts';

test.each([0, 8, 100, 1_000, 10_000, 32_767, -8, -1_000, -32_768])(
  '%i comes back as loud as it was, within the law',
  (sample) => {
    expect(Math.abs(decodeALaw(encodeALaw(sample)) - sample)).toBeLessThanOrEqual(Math.max(16, Math.abs(sample) / 16));
  },
);

test('silence is the byte that telephone networks fill with', () => {
  expect(encodeALaw(0)).toBe(0xd5);
});
