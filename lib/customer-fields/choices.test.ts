import { describe, expect, test } from 'vitest';
import { choiceChanges } from './choices.ts';

describe('changing the choices of a field', () => {
  test('one that is called something else is renamed, one that is missing goes, a new one is neither', () => {
    const after = [
      { was: 'Silver', now: 'Silver plus' },
      { was: null, now: 'Bronze' },
    ];
    expect(choiceChanges(['Gold', 'Silver'], after)).toEqual({
      removed: ['Gold'],
      renamed: [{ was: 'Silver', now: 'Silver plus' }],
    });
  });

  test('another order changes nothing of it', () => {
    const after = ['B', 'A'].map((choice) => ({ was: choice, now: choice }));
    expect(choiceChanges(['A', 'B'], after)).toEqual({ removed: [], renamed: [] });
  });

  test('one that was never there is new, whatever it says it was', () => {
    expect(choiceChanges(['A'], [{ was: 'Ghost', now: 'C' }])).toEqual({ removed: ['A'], renamed: [] });
  });
});
