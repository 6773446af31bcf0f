import { expect, test } from 'vitest';
import { hearersOf } from './hearers.ts';

test('[S0.16a] the point of sale that had a delivery hears that it moved, as does the one that gets it', () => {
  expect(hearersOf('old', 'new')).toEqual(['deliveries', 'point-of-sale:old', 'point-of-sale:new']);
  expect(hearersOf('old', null)).toEqual(['deliveries', 'point-of-sale:old']);
});

test('one that is both hears once', () => {
  expect(hearersOf('one', 'one')).toEqual(['deliveries', 'point-of-sale:one']);
});

test('without a point of sale only the desks hear', () => {
  expect(hearersOf(null, null)).toEqual(['deliveries']);
});
