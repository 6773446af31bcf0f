import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { itemCount, lineTotalMinor, totalMinor } from './totals.ts';

const line = fc.record({ priceMinor: fc.nat({ max: 1_000_000 }), quantity: fc.integer({ min: 1, max: 999 }) });

describe('the amount due', () => {
  test('an empty order costs nothing', () => {
    expect([totalMinor([]), itemCount([])]).toEqual([0, 0]);
  });

  test('is always a whole number of minor units', () => {
    fc.assert(fc.property(fc.array(line), (lines) => Number.isSafeInteger(totalMinor(lines))));
  });

  test('does not depend on the order of the lines, nor on how they are split', () => {
    fc.assert(
      fc.property(fc.array(line), fc.array(line), (some, more) => {
        expect(totalMinor([...some, ...more])).toBe(totalMinor(more) + totalMinor(some));
        expect(totalMinor([...some].reverse())).toBe(totalMinor(some));
      }),
    );
  });

  test('[S0.15] one more of a product raises it by its price', () => {
    fc.assert(
      fc.property(
        line,
        (each) => lineTotalMinor({ ...each, quantity: each.quantity + 1 }) === lineTotalMinor(each) + each.priceMinor,
      ),
    );
  });
});
