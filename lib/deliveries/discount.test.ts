import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDiscount, writeDiscount } from './discount.ts';

const order = { productsMinor: 8_400, notation: { fractionDigits: 2, currencyWords: ['PLN', 'zł'] } };
const { format } = new Intl.NumberFormat('pl-PL', { minimumFractionDigits: 2 });
const amount = (minor: number) => format(minor / 100);

describe('a discount as it is typed', () => {
  test.each([
    ['percent', '10', 10],
    ['percent', '10 %', 10],
    ['percent', '100', 100],
    ['amount', '12,50', 1_250],
    ['amount', '12.5', 1_250],
    ['amount', '84 zł', 8_400],
    ['amount', '12,', 1_200],
    ['amount', '', 0],
  ] as const)('%s %j is %i', (kind, typed, value) => {
    expect(readDiscount(kind, typed, order)).toEqual({ kind: 'read', value, isClamped: false });
  });

  test('is at most everything, and says when more was typed', () => {
    expect(readDiscount('percent', '101', order)).toEqual({ kind: 'read', value: 100, isClamped: true });
    expect(readDiscount('amount', '84,01', order)).toEqual({ kind: 'read', value: 8_400, isClamped: true });
  });

  test.each(['ten', '-5', '1,2,3', '1,234', '1e3'])('%j is none', (typed) => {
    expect(readDiscount('amount', typed, order)).toEqual({ kind: 'unreadable' });
  });

  test('half a per cent is none: it would be stored as another one', () => {
    expect(readDiscount('percent', '10,5', order)).toEqual({ kind: 'unreadable' });
  });

  test('is read and written with as many digits as its currency has', () => {
    const inYen = { productsMinor: 8_400, notation: { fractionDigits: 0, currencyWords: ['JPY', '¥'] } };
    expect(readDiscount('amount', '¥ 500', inYen)).toEqual({ kind: 'read', value: 500, isClamped: false });
    expect(readDiscount('amount', '5,50', inYen)).toEqual({ kind: 'unreadable' });
    expect(writeDiscount('amount', 500, String)).toBe('500');
  });

  test('reads what it wrote', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 8_400 }), (value) => {
        expect(readDiscount('amount', writeDiscount('amount', value, amount), order)).toEqual({
          kind: 'read',
          value,
          isClamped: false,
        });
      }),
    );
  });
});
