import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boundsOfDay, momentOf, nextDay, wallClock } from './wall-clock.ts';

const WARSAW = 'Europe/Warsaw';

describe('the clock on the wall', () => {
  test('shows a moment in the time zone of the organisation', () => {
    expect(wallClock(new Date('2026-11-22T23:30:00Z'), WARSAW)).toEqual({ day: '2026-11-23', time: '00:30' });
  });

  test('a day and a time are one moment', () => {
    expect(momentOf({ day: '2026-11-22', time: '17:00' }, WARSAW)?.toISOString()).toBe('2026-11-22T16:00:00.000Z');
    expect(momentOf({ day: '2026-07-01', time: '17:00' }, WARSAW)?.toISOString()).toBe('2026-07-01T15:00:00.000Z');
  });

  test('an hour that comes twice is the first of the two', () => {
    expect(momentOf({ day: '2026-10-25', time: '02:30' }, WARSAW)?.toISOString()).toBe('2026-10-25T00:30:00.000Z');
  });

  test('a time that was skipped moves on by the hour', () => {
    expect(momentOf({ day: '2026-03-29', time: '02:30' }, WARSAW)?.toISOString()).toBe('2026-03-29T01:30:00.000Z');
  });

  test('what is no day or no time is no moment', () => {
    expect(momentOf({ day: '', time: '17:00' }, WARSAW)).toBeNull();
    expect(momentOf({ day: '2026-11-22', time: '' }, WARSAW)).toBeNull();
    expect(momentOf({ day: '2026-13-45', time: '10:00' }, WARSAW)).toBeNull();
  });

  test('the day the clocks go back has 25 hours', () => {
    const day = boundsOfDay('2026-10-25', WARSAW);
    expect(day && (day.to.getTime() - day.from.getTime()) / 3_600_000).toBe(25);
  });

  test('what the wall shows of a moment leads back to the same minute, but for the hour that comes twice', () => {
    const minutes = fc.integer({ min: 28_000_000, max: 31_000_000 });
    fc.assert(
      fc.property(
        minutes,
        fc.constantFrom(WARSAW, 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe'),
        (minute, zone) => {
          const shown = wallClock(new Date(minute * 60_000), zone);
          const back = momentOf(shown, zone);
          expect(back && wallClock(back, zone)).toEqual(shown);
        },
      ),
    );
  });
});

test('the next day crosses months and years', () => {
  expect([nextDay('2026-12-31'), nextDay('2028-02-28'), nextDay('2026-11-22', -1)]).toEqual([
    '2027-01-01',
    '2028-02-29',
    '2026-11-21',
  ]);
});
