import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { STAGE_KINDS } from '../interests/types.ts';
import { canArchive, isNameTaken, isSameSet } from './rules.ts';

describe('[S3.17] the stages of an interest', () => {
  const stages = [
    { id: 'new', kind: 'active' as const },
    { id: 'offer', kind: 'active' as const },
    { id: 'won', kind: 'won' as const },
    { id: 'lost', kind: 'lost' as const },
  ];

  test('an active one is put away while another is there', () => {
    expect(canArchive(stages, 'offer')).toBe(true);
    expect(
      canArchive(
        stages.filter(({ id }) => id !== 'offer'),
        'new',
      ),
    ).toBe(false);
  });

  test('the last won and the last lost stay', () => {
    expect(canArchive(stages, 'won')).toBe(false);
    expect(canArchive(stages, 'lost')).toBe(false);
    expect(canArchive(stages, 'nowhere')).toBe(false);
  });

  test('whatever is put away, one of each kind stays', () => {
    const kinds = fc.array(fc.constantFrom(...STAGE_KINDS), { maxLength: 8 });
    fc.assert(
      fc.property(kinds, fc.array(fc.nat(11)), (more, archived) => {
        let left = [...STAGE_KINDS, ...more].map((kind, index) => ({ id: String(index), kind }));
        for (const id of archived.map(String)) if (canArchive(left, id)) left = left.filter((stage) => stage.id !== id);
        expect(new Set(left.map(({ kind }) => kind))).toEqual(new Set(STAGE_KINDS));
      }),
    );
  });
});

test('a name is taken in whatever letters, but not by itself, and no name is nobody’s', () => {
  const rows = [
    { id: 'a', name: 'Offer' },
    { id: 'b', name: '' },
  ];
  expect(isNameTaken(rows, 'c', 'OFFER')).toBe(true);
  expect(isNameTaken(rows, 'a', 'offer')).toBe(false);
  expect(isNameTaken(rows, 'c', '')).toBe(false);
});

test('the same ids in another order are the same set; one that is there twice is not', () => {
  expect(isSameSet(['a', 'b'], ['b', 'a'])).toBe(true);
  expect(isSameSet(['a', 'a'], ['a', 'b'])).toBe(false);
  expect(isSameSet(['a'], ['a', 'b'])).toBe(false);
});
