import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMoney } from './money-typed.ts';

const zloty = { fractionDigits: 2, currencyWords: ['PLN', 'zł'] };
const yen = { fractionDigits: 0, currencyWords: ['JPY', '¥'] };
const dinar = { fractionDigits: 3, currencyWords: ['KWD'] };

describe('typed money', () => {
  test.each([
    ['29', 2_900],
    ['29,00', 2_900],
    ['29.00', 2_900],
    ['29,5', 2_950],
    ['29,', 2_900],
    [' 0,05 ', 5],
    ['0', 0],
    ['1 299,90', 129_990],
    ['1\u00A0234,50', 123_450],
    ['1,234.50', 123_450],
    ['1.234,50', 123_450],
    ['1 234', 123_400],
    ['29 zł', 2_900],
    ['29,50ZŁ', 2_950],
    ['PLN 29', 2_900],
  ])('%j is %i', (typed, minor) => {
    expect(readMoney(typed, zloty)).toEqual({ kind: 'read', minor });
  });

  test.each(['', ' ', 'zł', 'abc', '29,000', '1.234', ',50', '2 9', '1e3', '29,00,00', '٢٩', '0x10', '29 zł zł'])(
    '%j is none',
    (typed) => {
      expect(readMoney(typed, zloty)).toEqual({ kind: 'unreadable' });
    },
  );

  test('of another currency is none: it would be worth something else', () => {
    expect(readMoney('29 €', zloty)).toEqual({ kind: 'unreadable' });
  });

  test.each(['-1', '−0,01', '–5 zł'])('%j is less than nothing', (typed) => {
    expect(readMoney(typed, zloty)).toEqual({ kind: 'negative' });
  });

  test('has as many digits behind the mark as its currency', () => {
    expect([readMoney('¥1500', yen), readMoney('15,0', yen)]).toEqual([{ kind: 'read', minor: 1_500 }, { kind: 'unreadable' }]);
    expect(readMoney('1,25', dinar)).toEqual({ kind: 'read', minor: 1_250 });
  });

  test('can be typed as a language writes it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), fc.constantFrom('en', 'pl', 'de', 'fr'), (minor, language) => {
        const { format } = new Intl.NumberFormat(`${language}-PL`, { minimumFractionDigits: 2 });
        expect(readMoney(format(minor / 100), zloty)).toEqual({ kind: 'read', minor });
      }),
    );
  });
});
