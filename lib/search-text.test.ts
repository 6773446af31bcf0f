import { expect, test } from 'vitest';
import { SearchProducts } from './products/schema.ts';
import { SearchText, TypedSearch } from './search-text.ts';

test('[R27] what is searched for holds no NUL and no halves of characters: the database would refuse it', () => {
  expect(TypedSearch.parse('pi\u0000zza\uD800')).toBe('pizza');
  expect(SearchText.parse(' pi\u0000zza ')).toBe('pizza');
  expect(SearchProducts.parse({ text: 'PZ\u000001', pointOfSaleId: null }).text).toBe('PZ01');
});

test('a search in an address that cannot be read is none', () => {
  expect([SearchText.parse(['a', 'b']), SearchText.parse(' '), SearchText.parse(undefined)]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect(SearchText.parse('x'.repeat(101))).toHaveLength(100);
});
