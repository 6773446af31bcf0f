import { describe, expect, test } from 'vitest';
import { newId } from '../new-id.ts';
import { buildLine } from './testing.ts';
import { isUnreadableTime, isWholeTime, readQuantity, readTime, readWish, withProduct } from './typing.ts';

test('a time can be typed in a hurry', () => {
  expect(['17', '1730', '17:30', '7.05', ' 9:00 '].map(readTime)).toEqual(['17:00', '17:30', '17:30', '07:05', '09:00']);
  expect(['', '25', '17:60', 'noon', '17:3'].map(readTime)).toEqual([null, null, null, null, null]);
});

test('a time is taken while it is typed only when nothing else can become of it', () => {
  const wholeOf = (typed: string) => [...typed].map((_, end) => typed.slice(0, end + 1)).filter(isWholeTime);

  expect(['17:00', '7pm', '25:00', '1230', '7:00p'].map(wholeOf)).toEqual([['17:00'], [], [], [], []]);
});

test('what is no time is unreadable; nothing at all is not', () => {
  expect(['7pm', '25:00', '17:3', '7:00p'].filter(isUnreadableTime)).toHaveLength(4);
  expect(['', '  ', '17', '730', '17:30'].filter(isUnreadableTime)).toEqual([]);
});

test('"2x pizza" wishes two', () => {
  expect(readWish('2x pizza')).toEqual({ quantity: 2, text: 'pizza' });
  expect(readWish('12 × ')).toEqual({ quantity: 12, text: '' });
  expect(readWish('7 Days')).toEqual({ quantity: 1, text: '7 Days' });
});

test('a quantity is a whole number from 1 to 999', () => {
  expect(['1', '999', '0', '1000', '1.5', '-1', ''].map(readQuantity)).toEqual([1, 999, null, null, null, null, null]);
});

describe('withProduct', () => {
  const product = { id: newId(), name: 'Pierogi', priceMinor: 2_900 };

  test('a product that is there already becomes one more', () => {
    const [line] = withProduct([], product, 1);
    if (!line) throw new Error('Nothing was added.');
    expect(withProduct([line], product, 2)).toEqual([{ ...line, quantity: 3 }]);
  });

  test('one with a note of its own stays apart', () => {
    expect(withProduct([buildLine({ productId: product.id, note: 'No onion' })], product, 1)).toHaveLength(2);
  });
});

test('ids made in a browser are UUIDs', () => {
  expect(newId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
