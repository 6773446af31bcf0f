import { describe, expect, test } from 'vitest';
import { MAX_PRICE_MINOR } from './price.ts';
import { AddProduct, ChangeProduct } from './schema.ts';

const id = '00000001-0000-4000-8000-000000000000';
const product = { code: 'PZ01', name: 'Pizza', categoryId: id, priceMinor: 2_900 };

function faultsOf(overrides: Partial<typeof product>): string[] {
  const read = AddProduct.safeParse({ ...product, ...overrides });
  return read.success ? [] : read.error.issues.map((issue) => issue.message);
}

describe('a product at the door', () => {
  test('a code is said aloud: capitals, no spaces', () => {
    expect(AddProduct.parse({ ...product, code: ' pz01 ' }).code).toBe('PZ01');
    expect([faultsOf({ code: 'PZ 01' }), faultsOf({ code: '' }), faultsOf({ code: '-1' })]).toEqual([
      ['codeInvalid'],
      ['codeInvalid'],
      ['codeInvalid'],
    ]);
  });

  test('[R25] [R27] a name is text: markup stays as it is written, what no screen can carry is taken out', () => {
    const name = '<img src=x onerror=alert(1)>';
    expect(AddProduct.parse({ ...product, name }).name).toBe(name);
    expect(AddProduct.parse({ ...product, name: ' Z\u0000upa\n dnia ' }).name).toBe('Zupa dnia');
    expect(faultsOf({ name: ' \u0000 ' })).toEqual(['nameMissing']);
  });

  test('a price is within its limits', () => {
    expect(faultsOf({ priceMinor: MAX_PRICE_MINOR })).toEqual([]);
    expect([faultsOf({ priceMinor: -1 }), faultsOf({ priceMinor: MAX_PRICE_MINOR + 1 }), faultsOf({ priceMinor: 0.5 })]).toEqual([
      ['priceNegative'],
      ['priceTooHigh'],
      ['priceUnreadable'],
    ]);
  });

  test('only a point of sale may go without a price of its own', () => {
    const of = { productId: id, priceMinor: null };
    expect(ChangeProduct.safeParse({ ...of, change: 'price' }).success).toBe(false);
    expect(ChangeProduct.safeParse({ ...of, change: 'priceAt', pointOfSaleId: id }).success).toBe(true);
  });
});
