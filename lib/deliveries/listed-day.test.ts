import { describe, expect, test } from 'vitest';
import { listedDay, listedToday } from './listed-day.ts';

const WARSAW = 'Europe/Warsaw';
const at = (moment: string) => new Date(`2026-11-${moment}:00Z`);

describe('today, as a shift sees it', () => {
  test('is the day of the calendar', () => {
    expect(listedToday(at('22T11:00'), WARSAW)).toEqual({ from: at('21T23:00'), to: at('22T23:00') });
  });

  test('reaches over midnight in the evening: an order of 23:40 for 00:30 is on the list', () => {
    const { from, to } = listedToday(at('22T22:40'), WARSAW);
    expect(from).toEqual(at('21T23:00'));
    expect(to > at('22T23:30')).toBe(true);
  });
});

describe('the day that is asked for', () => {
  test('is today where none is, or where it is that day', () => {
    const today = { ...listedToday(at('22T22:40'), WARSAW), isToday: true };
    expect(listedDay(undefined, at('22T22:40'), WARSAW)).toEqual(today);
    expect(listedDay('2026-11-22', at('22T22:40'), WARSAW)).toEqual(today);
  });

  test('ends at midnight where it is another', () => {
    const tomorrow = { from: at('22T23:00'), to: at('23T23:00'), isToday: false };
    expect(listedDay('2026-11-23', at('22T22:40'), WARSAW)).toEqual(tomorrow);
  });

  test('is every day where all are asked for', () => {
    expect(listedDay('any', at('22T11:00'), WARSAW)).toBeNull();
  });
});
