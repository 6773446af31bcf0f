import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_PRICE_MINOR, readPrice } from './price.ts';

describe('readPrice', () => {
  test.each([
    ['29', 2_900],
    ['29,00', 2_900],
    ['29.00', 2_900],
    ['29,5', 2_950],
    [' 0,05 ', 5],
    ['0', 0],
    ['1 234,50', 123_450],
    ['1\u00A0234,50', 123_450],
    ['1,234.50', 123_450],
    ['1.234,50', 123_450],
    ['1 234', 123_400],
    ['100000', MAX_PRICE_MINOR],
  ])('%j is %i', (typed, minor) => {
    expect(readPrice(typed, 2)).toEqual({ minor });
  });

  test.each(['', ' ', 'abc', '29 zł', '29,000', '1.234', '29,', ',50', '2 9', '1e3', '29,00,00', '٢٩', '0x10'])(
    '%j is no price',
    (typed) => {
      expect(readPrice(typed, 2)).toEqual({ fault: 'priceUnreadable' });
    },
  );

  test('nothing costs less than nothing', () => {
    expect([readPrice('-1', 2), readPrice('−0,01', 2)]).toEqual([{ fault: 'priceNegative' }, { fault: 'priceNegative' }]);
  });

  test('the limit itself is a price, a minor unit more is none', () => {
    expect(readPrice('100000,01', 2)).toEqual({ fault: 'priceTooHigh' });
    expect(readPrice('9'.repeat(400), 2)).toEqual({ fault: 'priceTooHigh' });
  });

  test('a currency without minor units has no fraction', () => {
    expect([readPrice('1500', 0), readPrice('15,0', 0)]).toEqual([{ minor: 1_500 }, { fault: 'priceUnreadable' }]);
  });

  test('what a language writes can be typed again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: MAX_PRICE_MINOR }), fc.constantFrom('en', 'pl', 'de', 'fr'), (minor, language) => {
        const { format } = new Intl.NumberFormat(`${language}-PL`, { minimumFractionDigits: 2 });
        expect(readPrice(format(minor / 100), 2)).toEqual({ minor });
      }),
    );
  });
});
