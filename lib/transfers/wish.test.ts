import { expect, test } from 'vitest';
import type { TransferTarget } from './types.ts';
import { isOutside, wishOf } from './wish.ts';

const marta: TransferTarget = {
  userId: 'marta',
  name: 'Marta Manager',
  extension: '103',
  role: 'manager',
  availability: 'available',
  isResponsible: false,
};
const oskar: TransferTarget = { ...marta, userId: 'oskar', name: 'Oskar Operator', extension: '102', role: 'operator' };

test('the one chosen is meant, whatever else the list shows', () => {
  expect(wishOf('Marta Manager', marta, [oskar, marta])).toEqual({ to: '103', target: marta });
});

test('an extension typed means the colleague who has it, not another number that begins so', () => {
  expect(wishOf(' 103 ', null, [oskar, marta])).toEqual({ to: '103', target: marta });
  expect(wishOf('10', null, [oskar, marta])).toEqual({ to: '10', target: null });
});

test.each(['+48 600 100 103', '600-100-103', '(22) 100 00 01', '150'])('%s is dialled as it stands', (typed) => {
  expect(wishOf(typed, null, [])).toEqual({ to: typed, target: null });
});

test('a name that only one colleague has needs no choosing; one that several have does', () => {
  expect(wishOf('mar', null, [marta])).toEqual({ to: '103', target: marta });
  expect(wishOf('a', null, [oskar, marta])).toBeNull();
});

test.each(['', '  ', '+', '5', 'nobody'])('"%s" means nobody', (typed) => {
  expect(wishOf(typed, null, typed.trim() ? [] : [marta])).toBeNull();
});

test.each<[string, boolean]>([
  ['12345', false],
  ['123456', true],
  [' +48 600 100 103 ', true],
  ['Marta 600100103', false],
])('"%s" leaves the house: %s', (typed, leaves) => {
  expect(isOutside(typed)).toBe(leaves);
});
