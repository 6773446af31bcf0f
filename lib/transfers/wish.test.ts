import { expect, test } from 'vitest';
import { readTyped } from '../dialer/read-typed.ts';
import type { TransferTarget } from './types.ts';
import { destinationOf, isOutside, type Wish, wishOf } from './wish.ts';

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

test('more than a number can be long is none', () => {
  expect(wishOf('1'.repeat(41), null, [])).toBeNull();
});

const typedOnly = (to: string): Wish => ({ to, target: null });

test.each([
  ['+48 600 123 4', { kind: 'missingDigits', count: 2 }],
  ['+486001001', { kind: 'missingDigits', count: 2 }],
  ['600 100 1031', { kind: 'tooLong' }],
  ['+49 151 123', { kind: 'tooShort' }],
  ['000 000 001', { kind: 'unknown' }],
])('no caller is given to %s, which the dialer does not dial either', (typed, fault) => {
  expect(destinationOf(typedOnly(typed), readTyped(typed, 'PL'))).toEqual({ fault });
});

test('a whole number is given as the dialer reads it, an extension as it stands', () => {
  expect(destinationOf(typedOnly('600-100-103'), readTyped('600-100-103', 'PL'))).toEqual({ to: '+48600100103' });
  expect(destinationOf(typedOnly('150'), readTyped('150', 'PL'))).toEqual({ to: '150' });
});

test('a colleague needs no reading; a number that could not be read is left to the phone', () => {
  expect(destinationOf({ to: '103', target: marta }, { kind: 'faulty', fault: { kind: 'tooShort' } })).toEqual({ to: '103' });
  expect(destinationOf(typedOnly('+48 600 123 4'), null)).toEqual({ to: '+48 600 123 4' });
});

test.each<[string, boolean]>([
  ['12345', false],
  ['123456', true],
  [' +48 600 100 103 ', true],
  ['Marta 600100103', false],
])('"%s" leaves the house: %s', (typed, leaves) => {
  expect(isOutside(typed)).toBe(leaves);
});
