import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NAMED_PERIODS } from '../period.ts';
import { ASSIGNED, filterQuery, MissedCallFilter, REMOVED_BY, VIEWS } from './filter.ts';
import { LAST_STATUSES } from './types.ts';

const read = (query: string) => MissedCallFilter.parse(Object.fromEntries(new URLSearchParams(query)));

describe('[S2.28] a filter in the address', () => {
  test.each([
    'status=eaten',
    'removed=nobody',
    'removed=',
    'period=ever',
    'period=',
    'from=2026-02-30',
    'from=1999-01-01',
    'line=1',
    'tag=catering',
    'assigned=you',
  ])('that cannot be read counts as not set: %s', (query) => expect(read(query)).toEqual({ view: 'visible' }));

  test('says the days of an own period only, and nothing of the page', () => {
    const after = 'after=2026-01-01T00:00:00.000Z_00000001-0000-4000-8000-000000000000';
    expect(filterQuery(read(`period=own&to=2026-01-31&from=2026-01-01&${after}`))).toBe(
      'period=own&from=2026-01-01&to=2026-01-31',
    );
    expect(filterQuery(read('period=7d&from=2026-01-01&to=2026-01-31'))).toBe('period=7d');
  });

  test('is read back as the filter it came from', () => {
    const period = fc.oneof(
      fc.record({ period: fc.constantFrom(...NAMED_PERIODS) }),
      fc.constant({ period: 'own' as const, from: '2026-10-25', to: '2026-10-31' }),
      fc.constant({}),
    );
    const rest = fc.record(
      {
        line: fc.uuid(),
        status: fc.constantFrom(...LAST_STATUSES),
        removed: fc.oneof(fc.constantFrom(...REMOVED_BY), fc.uuid()),
        tag: fc.uuid(),
        assigned: fc.constantFrom(...ASSIGNED),
        text: fc.constantFrom('Ewa & Jan', '+48 600', 'ż%20'),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.constantFrom(...VIEWS), period, rest, (view, days, others) => {
        const filter = { view, ...days, ...others };
        expect(read(filterQuery(filter))).toEqual(filter);
      }),
    );
  });
});
