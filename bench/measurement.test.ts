import { describe, expect, test } from 'vitest';
import { isMet, ratioOf } from './measurement.ts';

const floor = { p50: 100, p99: 200 };

describe('a goal', () => {
  test('of a ratio is met where neither figure is too many times the floor', () => {
    const goal = { ratio: { p50: 1.2, p99: 1.5 } };
    expect(isMet({ floor, ours: { p50: 120, p99: 300 } }, goal)).toBe(true);
    expect(isMet({ floor, ours: { p50: 121, p99: 300 } }, goal)).toBe(false);
    expect(isMet({ floor, ours: { p50: 120, p99: 301 } }, goal)).toBe(false);
  });

  test('of milliseconds does not ask for the floor', () => {
    expect(isMet({ floor, ours: { p50: 900, p99: null } }, { ms: { p50: 1_000, p99: null } })).toBe(true);
    expect(isMet({ floor, ours: { p50: 1_001, p99: null } }, { ms: { p50: 1_000, p99: null } })).toBe(false);
  });

  test('for a p99 is not met by too few samples to have one', () => {
    expect(isMet({ floor, ours: { p50: 100, p99: null } }, { ratio: { p50: 1, p99: 1 } })).toBe(false);
  });
});

test('a ratio has a p99 where both sides have one', () => {
  expect(ratioOf({ p50: 150, p99: 300 }, floor)).toEqual({ p50: 1.5, p99: 1.5 });
  expect(ratioOf({ p50: 150, p99: null }, floor)).toEqual({ p50: 1.5, p99: null });
});
