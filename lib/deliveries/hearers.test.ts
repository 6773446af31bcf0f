import { expect, test } from 'vitest';
import { hearersOf } from './hearers.ts';

const at = (pointOfSaleId: string | null) => ({ pointOfSaleId });

test('[S0.16a] a point of sale hears what was sent to it, also when the delivery names another one by now', () => {
  expect(hearersOf(at('old'), at('new'))).toEqual(['deliveries', 'point-of-sale:old', 'point-of-sale:new']);
  expect(hearersOf(at('old'), at(null))).toEqual(['deliveries', 'point-of-sale:old']);
});

test('one that is both hears once', () => {
  expect(hearersOf(at('one'), at('one'))).toEqual(['deliveries', 'point-of-sale:one']);
});

test('without a point of sale only the desks hear', () => {
  expect(hearersOf(null, at(null))).toEqual(['deliveries']);
});
