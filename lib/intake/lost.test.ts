import { describe, expect, test } from 'vitest';
import { isLost } from './lost.ts';

describe('isLost', () => {
  test.each([
    ['offered', false, 119, false],
    ['offered', false, 120, true],
    ['ringing', false, 120, true],
    ['ringing', true, 120, false],
    ['ringing', true, 3600, true],
    ['queued', true, 3599, false],
    ['queued', true, 3600, true],
    ['talking', false, 4 * 3600 - 1, false],
    ['talking', false, 4 * 3600, true],
    ['held', false, 4 * 3600, true],
    ['ended', false, 9_000_000, false],
  ] as const)('[R5] %s (queued: %s), silent for %i s: %s', (phase, isQueued, silentSeconds, lost) => {
    expect(isLost({ phase, isQueued }, silentSeconds)).toBe(lost);
  });
});
