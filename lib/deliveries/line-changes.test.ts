import { expect, test } from 'vitest';
import { lineChanges } from './line-changes.ts';
import { buildLine } from './testing.ts';

test('[S0.15] what changed in an order is told line by line', () => {
  const [pizza, soup, cake] = [buildLine({ name: 'Pizza' }), buildLine({ name: 'Żurek' }), buildLine({ name: 'Sernik' })];
  const kompot = buildLine({ name: 'Kompot', quantity: 2, note: 'zimny' });

  expect(lineChanges([pizza, soup, cake], [{ ...pizza, quantity: 3 }, soup, kompot])).toEqual({
    added: ['2 × Kompot (zimny)'],
    removed: ['Sernik'],
    changed: ['3 × Pizza'],
  });
});

test('an order in another sequence has not changed', () => {
  const lines = [buildLine(), buildLine()];
  expect(lineChanges(lines, lines.toReversed())).toEqual({ added: [], removed: [], changed: [] });
});
