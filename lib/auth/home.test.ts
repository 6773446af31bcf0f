import { expect, test } from 'vitest';
import { homeOf } from './home.ts';

test.each([
  ['operator', '/deliveries'],
  ['manager', '/deliveries'],
  ['supervisor', '/deliveries'],
  ['admin', '/admin/users'],
] as const)('a %s starts at %s', (role, home) => {
  expect(homeOf({ role, pointOfSaleId: null })).toBe(home);
});

test('a venue starts at its own board', () => {
  expect(homeOf({ role: 'venue', pointOfSaleId: 'mokotow' })).toBe('/pos/mokotow');
});
