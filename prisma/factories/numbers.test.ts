import { expect, test } from 'vitest';
import { farEndOf } from '../../lib/practice/far-end.ts';
import { uniqueExtension, uniqueNumber } from './numbers.ts';

test('numbers of tests are given once, and whoever dials one is answered', () => {
  const numbers = Array.from({ length: 1_000 }, uniqueNumber);
  expect(new Set(numbers).size).toBe(1_000);
  for (const number of numbers) {
    expect(number).toMatch(/^\+4879\d{7}$/);
    expect(farEndOf(number), number).toBe('answers');
  }
});

test('extensions of tests are given once', () => {
  expect(new Set(Array.from({ length: 1_000 }, uniqueExtension)).size).toBe(1_000);
});
