import { describe, expect, test } from 'vitest';
import { wordsOf } from '../folded-text.ts';
import { matches, rankProducts } from './rank.ts';

const product = (name: string, code = 'XX01', isAvailable = true) => ({
  id: name,
  code,
  name,
  category: '',
  priceMinor: 100,
  isAvailable,
});
const names = (found: { name: string }[]) => found.map((each) => each.name);

describe('searching products', () => {
  test('every word must be somewhere in code or name', () => {
    expect(matches(product('Pizza Margherita 42 cm', 'PZ08'), wordsOf('pizza 42'))).toBe(true);
    expect(matches(product('Pizza Margherita 42 cm', 'PZ08'), wordsOf('pz08'))).toBe(true);
    expect(matches(product('Pizza Margherita 42 cm', 'PZ08'), wordsOf('pizza 32'))).toBe(false);
  });

  test('the very code comes first, then names that begin so, then words that do', () => {
    const found = [product('Zupa pomidorowa'), product('Sos do zupy'), product('Bigos', 'ZUP'), product('Kozupa')];
    expect(names(rankProducts(found, 'zup'))).toEqual(['Bigos', 'Zupa pomidorowa', 'Sos do zupy', 'Kozupa']);
  });

  test('what is sold out comes last, marked, not hidden', () => {
    expect(names(rankProducts([product('Frytki', 'A', false), product('Duże frytki', 'B')], 'frytki'))).toEqual([
      'Duże frytki',
      'Frytki',
    ]);
  });

  test('the very code is first even when it is sold out: Enter must not add another product instead', () => {
    expect(names(rankProducts([product('Żurek ZU05', 'B'), product('Flaki', 'ZU05', false)], 'zu05'))[0]).toBe('Flaki');
  });
});
