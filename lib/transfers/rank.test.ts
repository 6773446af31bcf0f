import { expect, test } from 'vitest';
import { rankTargets } from './rank.ts';

const colleague = (
  name: string,
  extension: string,
  role: 'operator' | 'manager' | 'supervisor' | 'admin' = 'operator',
  isResponsible = false,
) => ({
  name,
  extension,
  role,
  isResponsible,
});
const everybody = [
  colleague('Adam Admin', '100', 'admin'),
  colleague('Oskar Operator', '102'),
  colleague('Łucja Operator', '104'),
  colleague('Marta Manager', '103', 'manager'),
  colleague('Anna Manager', '113', 'manager'),
  colleague('Zofia Operator', '105', 'operator', true),
];
const names = (text: string) => rankTargets(everybody, text).map((each) => each.name.split(' ')[0]);

test('[S3.4] the responsible is offered first, then managers, then the others by name', () => {
  expect(names('')).toEqual(['Zofia', 'Anna', 'Marta', 'Łucja', 'Oskar', 'Adam']);
});

test.each([
  ['mart', ['Marta']],
  ['LUCJA', ['Łucja']],
  ['10', ['Zofia', 'Marta', 'Łucja', 'Oskar', 'Adam']],
  ['103', ['Marta']],
  ['man a', ['Anna', 'Marta']],
  ['nobody', []],
])('typing "%s" finds %j: parts of the name, without accents, or the beginning of the extension', (text, found) => {
  expect(names(text)).toEqual(found);
});
