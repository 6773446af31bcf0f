import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { promptnessOf } from './promptness.ts';

const each = (...minutes: number[]) => minutes.map((value) => ({ minutes: value, rows: 1 }));

describe('how soon callers were called back', () => {
  test('nobody was', () => {
    expect(promptnessOf([])).toEqual({ calledBack: 0, soon: 0, median: null, p90: null });
  });

  test('half of them within the median, nine of ten within p90', () => {
    expect(promptnessOf(each(9, 1, 2, 3, 4, 5, 6, 7, 8, 60))).toEqual({ calledBack: 10, soon: 9, median: 5, p90: 9 });
  });

  test('one alone is both', () => {
    expect(promptnessOf(each(7))).toEqual({ calledBack: 1, soon: 1, median: 7, p90: 7 });
  });

  test('fifteen minutes are soon, sixteen are not', () => {
    expect(promptnessOf(each(15, 16))).toMatchObject({ soon: 1, calledBack: 2 });
  });

  test('however they are tallied, it is what sorting all of them says', () => {
    const tallies = fc.array(fc.record({ minutes: fc.nat(200), rows: fc.integer({ min: 1, max: 20 }) }), { minLength: 1 });
    fc.assert(
      fc.property(tallies, (tallied) => {
        const all = tallied.flatMap(({ minutes, rows }) => Array<number>(rows).fill(minutes)).sort((a, b) => a - b);
        const at = (share: number) => all[Math.ceil(all.length * share) - 1];
        expect(promptnessOf(tallied)).toMatchObject({ median: at(0.5), p90: at(0.9), calledBack: all.length });
      }),
    );
  });
});
