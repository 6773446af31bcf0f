import { describe, expect, test } from 'vitest';
import { DeliveryFilter } from './filter.ts';

const ID = '00000001-0000-4000-8000-000000000000';

describe('a filter in the address that cannot be read counts as not set', () => {
  test.each(['2026-99-99', '0000-00-00', '9999-12-31', '2026-02-30', '1999-12-31', 'today', ''])('the day %j', (day) => {
    expect(DeliveryFilter.parse({ day }).day).toBeUndefined();
  });

  test.each(['\u0000', ' \u0007 ', '', '   '])('the text %j', (text) => {
    expect(DeliveryFilter.parse({ text }).text).toBeUndefined();
  });

  test.each([`0000-01-01T00:00:00Z_${ID}`, `9999-12-31T00:00:00Z_${ID}`, 'none_1', ''])('the page after %j', (after) => {
    expect(DeliveryFilter.parse({ after }).after).toBeUndefined();
  });
});

test('what can be read is kept', () => {
  expect(DeliveryFilter.parse({ day: '2028-02-29', text: ' Ewa\u0000 Nowak ', after: `none_${ID}` })).toMatchObject({
    day: '2028-02-29',
    text: 'Ewa Nowak',
    after: { wantedAt: null, id: ID },
  });
  expect(DeliveryFilter.parse({ day: 'any' }).day).toBe('any');
});
