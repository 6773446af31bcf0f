import { expect, test } from 'vitest';
import { movedBy } from './order.ts';

test('a category moves one place, and stays at either end', () => {
  const ids = ['a', 'b', 'c'];
  expect(movedBy(ids, 'b', -1)).toEqual(['b', 'a', 'c']);
  expect(movedBy(ids, 'b', 1)).toEqual(['a', 'c', 'b']);
  expect(movedBy(ids, 'a', -1)).toEqual(ids);
  expect(movedBy(ids, 'c', 1)).toEqual(ids);
  expect(movedBy(ids, 'gone', 1)).toEqual(ids);
});
