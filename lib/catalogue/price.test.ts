import { expect, test } from 'vitest';
import { MAX_PRICE_MINOR, readPrice } from './price.ts';

const zloty = { fractionDigits: 2, currencyWords: ['PLN', 'zł'] };

test('a price is money, and nothing costs less than nothing', () => {
  expect(readPrice('29,00', zloty)).toEqual({ minor: 2_900 });
  expect(readPrice('-1', zloty)).toEqual({ fault: 'priceNegative' });
  expect(readPrice('free', zloty)).toEqual({ fault: 'priceUnreadable' });
});

test('the limit itself is a price, a minor unit more is none', () => {
  expect(readPrice('100000', zloty)).toEqual({ minor: MAX_PRICE_MINOR });
  expect(readPrice('100000,01', zloty)).toEqual({ fault: 'priceTooHigh' });
  expect(readPrice('9'.repeat(400), zloty)).toEqual({ fault: 'priceTooHigh' });
});
