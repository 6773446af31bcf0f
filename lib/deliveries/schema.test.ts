import { expect, test } from 'vitest';
import { DeliveryContentInput } from './schema.ts';
import { emptyContent } from './types.ts';

test.each([
  '0000-01-01T00:00:00Z',
  '1999-12-31T23:59:59Z',
  '2101-01-01T00:00:00Z',
  '9999-12-31T23:00:00-05:00',
  '2026-02-30T17:00:00Z',
])('a delivery cannot be wanted at %s', (wantedAt) => {
  const input = DeliveryContentInput.safeParse({ ...emptyContent, wantedAt });
  expect(input.error?.issues).toMatchObject([{ path: ['wantedAt'], message: 'timeInvalid' }]);
});

test('a time with an offset is kept as the moment it is', () => {
  const input = DeliveryContentInput.parse({ ...emptyContent, wantedAt: '2026-11-22T17:00:00+01:00' });
  expect(input.wantedAt).toBe('2026-11-22T16:00:00.000Z');
});
