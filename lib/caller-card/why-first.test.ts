import { expect, test } from 'vitest';
import { whyFirst } from './why-first.ts';

test('[S0.14] something open counts before the last choice, and the alphabet is no reason', () => {
  const chosenAt = '2026-11-28T10:00:00.000Z';
  expect(whyFirst({ hasOpen: true, chosenAt })).toBe('open');
  expect(whyFirst({ hasOpen: false, chosenAt })).toBe('chosen');
  expect(whyFirst({ hasOpen: false, chosenAt: null })).toBeNull();
});
