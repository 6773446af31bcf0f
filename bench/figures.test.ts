import { describe, expect, test } from 'vitest';
import { figuresOf, figuresOfFew, medianOf, percentile } from './figures.ts';

const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);

describe('percentile', () => {
  test('is the smallest value that the share of all values does not exceed', () => {
    expect(percentile(hundred, 0.5)).toBe(50);
    expect(percentile(hundred, 0.99)).toBe(99);
    expect(percentile(hundred, 1)).toBe(100);
  });

  test('of one value is that value', () => {
    expect(percentile([7], 0.99)).toBe(7);
  });

  test('of nothing is a mistake, not a number', () => {
    expect(() => percentile([], 0.5)).toThrow('No values');
  });
});

test('the median of rounds leaves a disturbed round out', () => {
  const calm = figuresOf(hundred);
  expect(medianOf([calm, { p50: 900, p99: 5000 }, calm])).toEqual({ p50: 50, p99: 99 });
});

test('a handful of samples has no p99, and neither has the median of such rounds', () => {
  const round = figuresOfFew([30, 10, 20]);
  expect(round).toEqual({ p50: 20, p99: null });
  expect(medianOf([round, { p50: 90, p99: null }, round])).toEqual({ p50: 20, p99: null });
});
