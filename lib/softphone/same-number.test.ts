import { describe, expect, test } from 'vitest';
import { isSameNumber } from './same-number.ts';

describe('two ways of writing a number', () => {
  test.each([
    ['600100101', '+48 600 100 101'],
    ['0048600100101', '+48600100101'],
    ['+48600100101', '+48600100101'],
    ['103', '103'],
  ])('%s is %s', (one, other) => {
    expect(isSameNumber(one, other)).toBe(true);
    expect(isSameNumber(other, one)).toBe(true);
  });

  test.each([
    ['103', '+48600100103'],
    ['600100101', '600100102'],
    ['', ''],
    ['anonymous', 'anonymous'],
  ])('%s is not %s', (one, other) => {
    expect(isSameNumber(one, other)).toBe(false);
  });
});
