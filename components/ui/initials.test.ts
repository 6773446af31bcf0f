import { expect, test } from 'vitest';
import { initials } from './initials';

test.each([
  ['Olga Operator', 'OO'],
  ['Anna Maria Nowak', 'AN'],
  ['Łukasz', 'Ł'],
  ['  Jan   Żak ', 'JŻ'],
  ['𝒪lga Operator', '𝒪O'],
  ['', ''],
])('the initials of %j are %j', (name, letters) => {
  expect(initials(name)).toBe(letters);
});
