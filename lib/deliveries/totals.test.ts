import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { discountMinor, itemCount, lineTotalMinor, productsMinor, totalMinor } from './totals.ts';

const line = fc.record({ priceMinor: fc.nat({ max: 1_000_000 }), quantity: fc.integer({ min: 1, max: 999 }) });
const discount = fc.oneof(
  fc.constant({ discountKind: 'none' as const, discountValue: 0 }),
  fc.record({ discountKind: fc.constant('percent' as const), discountValue: fc.integer({ min: 0, max: 100 }) }),
  fc.record({ discountKind: fc.constant('amount' as const), discountValue: fc.nat() }),
);
const none = { discountKind: 'none' as const, discountValue: 0 };

describe('the amount due', () => {
  test('an empty order costs nothing', () => {
    expect([totalMinor({ lines: [], ...none }), itemCount([])]).toEqual([0, 0]);
  });

  test('is always a whole number of minor units, never below nothing, never above what the products cost', () => {
    fc.assert(
      fc.property(fc.array(line), discount, (lines, off) => {
        const total = totalMinor({ lines, ...off });
        expect(Number.isSafeInteger(total)).toBe(true);
        expect(total).toBeGreaterThanOrEqual(0);
        expect(total + discountMinor({ lines, ...off })).toBe(productsMinor(lines));
      }),
    );
  });

  test('does not depend on the order of the lines, nor on how they are split', () => {
    fc.assert(
      fc.property(fc.array(line), fc.array(line), (some, more) => {
        expect(productsMinor([...some, ...more])).toBe(productsMinor(more) + productsMinor(some));
        expect(productsMinor([...some].reverse())).toBe(productsMinor(some));
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

describe('a discount', () => {
  const lines = [{ priceMinor: 2_995, quantity: 1 }];

  test('per cent is rounded to the minor unit, half of one for the customer', () => {
    expect(discountMinor({ lines, discountKind: 'percent', discountValue: 10 })).toBe(300);
    expect(totalMinor({ lines, discountKind: 'percent', discountValue: 100 })).toBe(0);
  });

  test('an amount takes off that much, at most everything', () => {
    expect(totalMinor({ lines, discountKind: 'amount', discountValue: 995 })).toBe(2_000);
    expect(totalMinor({ lines, discountKind: 'amount', discountValue: 5_000 })).toBe(0);
  });
});
