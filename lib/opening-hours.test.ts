import { describe, expect, test } from 'vitest';
import { closesAt, isOpenAt, type OpeningHours, overlaps, readOpeningHours } from './opening-hours.ts';

const WARSAW = 'Europe/Warsaw';
const lunch = { from: '10:00', to: '14:00' };
const at = (moment: string) => new Date(`${moment}Z`);
// 2026-11-22 is a Sunday; Warsaw is an hour ahead of UTC then.
const hours: OpeningHours = { sat: [{ from: '12:00', to: '02:00' }], sun: [{ from: '10:00', to: '14:00' }] };

describe('opening hours', () => {
  test('open from the first minute up to, not including, the last', () => {
    expect(isOpenAt(hours, at('2026-11-22T08:59:59'), WARSAW)).toBe(false);
    expect(isOpenAt(hours, at('2026-11-22T09:00:00'), WARSAW)).toBe(true);
    expect(isOpenAt(hours, at('2026-11-22T12:59:59'), WARSAW)).toBe(true);
    expect(isOpenAt(hours, at('2026-11-22T13:00:00'), WARSAW)).toBe(false);
  });

  test('a day that closes after midnight is still that day’s evening', () => {
    expect(isOpenAt(hours, at('2026-11-22T00:30:00'), WARSAW)).toBe(true);
    expect(isOpenAt(hours, at('2026-11-22T01:00:00'), WARSAW)).toBe(false);
    expect(closesAt(hours, at('2026-11-22T00:30:00'), WARSAW)).toEqual(at('2026-11-22T01:00:00'));
  });

  test('a day that is missing is closed, and no day at all is always open', () => {
    expect(isOpenAt(hours, at('2026-11-23T12:00:00'), WARSAW)).toBe(false);
    expect(isOpenAt({}, at('2026-11-23T03:00:00'), WARSAW)).toBe(true);
    expect(closesAt({}, at('2026-11-23T03:00:00'), WARSAW)).toBeNull();
  });

  test('when the clocks change the hours stay those on the wall', () => {
    const sunday: OpeningHours = { sun: [{ from: '10:00', to: '14:00' }] };
    // 2026-03-29: Warsaw goes to summer time in that night.
    expect(isOpenAt(sunday, at('2026-03-29T07:59:00'), WARSAW)).toBe(false);
    expect(isOpenAt(sunday, at('2026-03-29T08:00:00'), WARSAW)).toBe(true);
  });

  test('what cannot be read keeps nobody closed', () => {
    expect(readOpeningHours({ mon: [{ from: '25:00', to: 'x' }] })).toEqual({});
    expect(readOpeningHours(hours)).toEqual(hours);
  });

  test('two spans of a day overlap where one begins before the other ends, in whatever order they are', () => {
    expect(overlaps([lunch, { from: '13:59', to: '22:00' }])).toBe(true);
    expect(overlaps([{ from: '13:59', to: '22:00' }, lunch])).toBe(true);
    expect(overlaps([lunch, lunch])).toBe(true);
    expect(overlaps([lunch, { from: '14:00', to: '22:00' }])).toBe(false);
    expect(overlaps([lunch])).toBe(false);
  });

  test('a span that runs past midnight overlaps a later one of its evening, not one of its morning', () => {
    const night = { from: '18:00', to: '02:00' };
    expect(overlaps([night, { from: '23:00', to: '23:30' }])).toBe(true);
    expect(overlaps([night, { from: '01:00', to: '05:00' }])).toBe(false);
    expect(overlaps([{ from: '00:00', to: '00:00' }, lunch])).toBe(true);
  });
});
