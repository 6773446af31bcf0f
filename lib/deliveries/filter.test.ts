import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DeliveryFilter, filterQuery, readFilter } from './filter.ts';
import { NOBODY } from './nobody.ts';
import { DELIVERY_STATUSES } from './status.ts';

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

describe('filterQuery', () => {
  test('reads the same for two addresses that mean the same, and says nothing of the page', () => {
    const one = filterQuery(readFilter(`status=sent&day=2028-02-29&after=none_${ID}`));
    expect(one).toBe('day=2028-02-29&status=sent');
    expect(filterQuery(readFilter('day=2028-02-29&status=sent&color=red'))).toBe(one);
    expect(filterQuery(readFilter('status=eaten&driver=nobody'))).toBe('');
  });

  test('is read back as the filter it came from', () => {
    const filters = fc.record(
      {
        day: fc.constantFrom('any' as const, '2028-02-29'),
        status: fc.constantFrom(...DELIVERY_STATUSES, 'any' as const),
        pointOfSale: fc.uuid(),
        driver: fc.oneof(fc.uuid(), fc.constant(NOBODY)),
        text: fc.constantFrom('Ewa & Jan', 'a=b', '+48 600', 'ż%20', 'x#y'),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(filters, (filter) => {
        expect(readFilter(filterQuery(filter))).toEqual(filter);
      }),
    );
  });
});
