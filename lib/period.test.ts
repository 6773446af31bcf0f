import { describe, expect, test } from 'vitest';
import { type AskedPeriod, NAMED_PERIODS, readPeriod } from './period.ts';

const WARSAW = 'Europe/Warsaw';
/** Half past midnight in Warsaw: still the day before in UTC. */
const NOW = new Date('2026-11-21T23:30:00Z');
const HOUR_MS = 60 * 60_000;

const read = (asked: AskedPeriod, now = NOW, zone = WARSAW) => readPeriod(asked, now, zone);
const days = (asked: AskedPeriod, now = NOW) => {
  const period = read(asked, now);
  return period && typeof period === 'object' ? [period.first, period.last] : period;
};

describe('[S2.24] a period', () => {
  test('is counted in days of the organisation’s calendar, today included', () => {
    expect(NAMED_PERIODS.map((period) => days({ period }))).toEqual([
      ['2026-11-22', '2026-11-22'],
      ['2026-11-21', '2026-11-21'],
      ['2026-11-16', '2026-11-22'],
      ['2026-10-24', '2026-11-22'],
      ['2026-11-01', '2026-11-22'],
    ]);
  });

  test('begins with the first moment of its first day and ends with the last of its last', () => {
    const period = read({ period: 'own', from: '2026-11-20', to: '2026-11-22' });
    expect(period).toMatchObject({ from: new Date('2026-11-19T23:00:00Z'), to: new Date('2026-11-22T23:00:00Z') });
  });

  test.each([
    ['2026-03-29', 23],
    ['2026-10-25', 25],
    ['2026-11-22', 24],
  ])('the day %s has %i hours', (day, hours) => {
    const period = read({ period: 'own', from: day, to: day });
    expect(period && typeof period === 'object' && (period.to.getTime() - period.from.getTime()) / HOUR_MS).toBe(hours);
  });

  test('of seven days over the change of the clocks still begins at midnight', () => {
    const period = read({ period: '7d' }, new Date('2026-10-28T12:00:00Z'));
    expect(period).toMatchObject({
      first: '2026-10-22',
      from: new Date('2026-10-21T22:00:00Z'),
      to: new Date('2026-10-28T23:00:00Z'),
    });
  });

  test('of one’s own needs both days, the first before the last', () => {
    expect(read({ period: 'own' })).toBe('incomplete');
    expect(read({ period: 'own', from: '2026-11-20' })).toBe('incomplete');
    expect(read({ period: 'own', from: '2026-11-20', to: '2026-11-19' })).toBe('reversed');
    expect(days({ period: 'own', from: '2026-11-20', to: '2026-11-20' })).toEqual(['2026-11-20', '2026-11-20']);
  });

  test('that nobody asks for is none', () => {
    expect(read({ from: '2026-11-20', to: '2026-11-22' })).toBeNull();
  });
});
