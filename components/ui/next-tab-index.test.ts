import { expect, test } from 'vitest';
import { nextTabIndex } from './next-tab-index.ts';

test.each([
  ['ArrowRight', 0, 1],
  ['ArrowRight', 3, 0],
  ['ArrowLeft', 0, 3],
  ['Home', 2, 0],
  ['End', 1, 3],
  ['Enter', 1, null],
])('%s at tab %i of four leads to %j', (key, from, next) => {
  expect(nextTabIndex(key, from, 4)).toBe(next);
});
