import { describe, expect, test } from 'vitest';
import { isOpenAt } from '@/lib/opening-hours';
import { copiedToAll, runsPastMidnight, toDraft, toHours, withAnotherSpan, withDay } from './hours-draft';

const monday = new Date('2026-11-23T12:00:00Z');

describe('opening hours while they are edited', () => {
  test('always stays always', () => {
    expect(toHours(toDraft({}))).toEqual({});
  });

  test('a week in which every day was closed is closed, and not always open', () => {
    let draft = { ...toDraft({}), isAlways: false };
    for (const day of ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const) draft = withDay(draft, day, []);

    expect(isOpenAt(toHours(draft), monday, 'Europe/Warsaw')).toBe(false);
  });

  test('a day that is missing comes back closed', () => {
    const hours = { sat: [{ from: '12:00', to: '02:00' }] };
    expect(toHours(toDraft(hours))).toMatchObject({ ...hours, mon: [], sun: [] });
  });

  test('one day is copied to all', () => {
    const draft = copiedToAll(withDay({ ...toDraft({}), isAlways: false }, 'tue', [{ from: '08:00', to: '16:00' }]), 'tue');
    expect(new Set(Object.values(toHours(draft)).map((spans) => JSON.stringify(spans))).size).toBe(1);
    expect(toHours(draft).sun).toEqual([{ from: '08:00', to: '16:00' }]);
  });

  test('the first span of a day is the usual one, another is for the person to fill in', () => {
    expect(withAnotherSpan([])).toEqual([{ from: '10:00', to: '22:00' }]);
    expect(withAnotherSpan([{ from: '10:00', to: '14:00' }]).at(-1)).toEqual({ from: '', to: '' });
  });

  test('a span that ends at or before its beginning ends the next day', () => {
    expect(runsPastMidnight({ from: '18:00', to: '02:00' })).toBe(true);
    expect(runsPastMidnight({ from: '00:00', to: '00:00' })).toBe(true);
    expect(runsPastMidnight({ from: '10:00', to: '22:00' })).toBe(false);
    expect(runsPastMidnight({ from: '10:00', to: '' })).toBe(false);
  });
});
