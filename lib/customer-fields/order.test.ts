import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { movedTo } from './order.ts';

describe('moving a field', () => {
  test.each([
    ['a', 2, 'bca'],
    ['c', 0, 'cab'],
    ['b', 1, 'abc'],
    ['b', -3, 'bac'],
    ['b', 9, 'acb'],
    ['x', 1, 'abc'],
  ])('%s to %i', (id, to, expected) => {
    expect(movedTo(['a', 'b', 'c'], id, to).join('')).toBe(expected);
  });

  test('nobody is lost and the others keep their order', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { minLength: 1 }), fc.nat(), fc.integer(), (ids, at, to) => {
        const id = ids[at % ids.length] ?? '';
        const moved = movedTo(ids, id, to);
        expect(moved.filter((each) => each !== id)).toEqual(ids.filter((each) => each !== id));
        expect(moved).toContain(id);
      }),
    );
  });
});
