import { describe, expect, test } from 'vitest';
import { momentOf } from '../wall-clock.ts';
import { dayMeant, suggestInstead, wantedAtFor } from './suggestions.ts';

const now = new Date('2026-11-22T15:00:30Z');
const asked = { wantedAt: '2026-11-22T17:00:00.000Z', now, timeZone: 'Europe/Warsaw', exceptId: 'full' };

function buildPoint(id: string, overrides = {}) {
  const rules = { openingHours: {}, isStopped: false, allowsAnonymousPickUp: true, pickUpMinutes: 15, showsLoad: true };
  return { id, name: id, ...rules, capacity: 10, openCount: 5, ...overrides };
}

describe('[S0.16a] where to turn instead', () => {
  test('is the calmest that can take the order', () => {
    const points = [buildPoint('full', { openCount: 0 }), buildPoint('busy'), buildPoint('calm', { capacity: 20 })];
    expect(suggestInstead(points, asked)?.id).toBe('calm');
  });

  test.each([
    ['the one that said no', { id: 'full' }],
    ['a full one', { openCount: 10 }],
    ['one that takes no orders now', { isStopped: true }],
    ['one that is closed by then', { openingHours: { sun: [{ from: '10:00', to: '18:00' }] } }],
  ])('is never %s', (_, overrides) => {
    expect(suggestInstead([buildPoint('only', overrides)], asked)).toBeNull();
  });
});

describe('[S0.16c] switching between delivery and pick-up', () => {
  const suggestedAt = '2026-11-22T16:05:00.000Z';
  const switching = { wantedAt: suggestedAt, unchosen: [suggestedAt], suggestedAt, pickUpMinutes: 15, now };

  test('a pick-up is ready as soon as the point of sale says, to the next whole minute', () => {
    expect(wantedAtFor('pick_up', switching)).toBe('2026-11-22T15:16:00.000Z');
    expect(wantedAtFor('pick_up', { ...switching, wantedAt: null })).toBe('2026-11-22T15:16:00.000Z');
  });

  test('a time that somebody chose stays, either way', () => {
    const chosen = { ...switching, wantedAt: '2026-11-22T18:00:00.000Z' };
    expect(wantedAtFor('pick_up', chosen)).toBeNull();
    expect(wantedAtFor('delivery', chosen)).toBeNull();
  });

  test('going back brings the first suggestion back', () => {
    const atCounter = '2026-11-22T15:16:00.000Z';
    expect(wantedAtFor('delivery', { ...switching, wantedAt: atCounter, unchosen: [suggestedAt, atCounter] })).toBe(suggestedAt);
  });
});

describe('the day of a time that was typed without one', () => {
  const [yesterday, today, tomorrow] = ['2026-11-21', '2026-11-22', '2026-11-23'];

  test.each([
    ['at noon, of the evening', '12:00', today, '18:30', today],
    ['of this very minute', '12:00', today, '12:00', today],
    ['at noon, of this morning: past, and not tomorrow’s', '12:00', today, '09:00', today],
    ['late in the evening, of this evening', '23:05', tomorrow, '23:45', today],
    ['late in the evening, of after midnight', '22:50', today, '00:10', tomorrow],
    ['late in the evening, of the next morning', '22:50', today, '09:00', today],
    ['late in the evening, of the next morning, with tomorrow shown', '23:05', tomorrow, '09:00', tomorrow],
    ['after midnight, of the night', '00:20', today, '01:15', today],
    ['late in the evening, of a moment ago', '23:07', tomorrow, '23:06', today],
    ['after midnight, of a moment ago', '00:03', today, '23:58', yesterday],
    ['after midnight, of the evening', '00:20', today, '23:58', today],
  ])('%s', (_, clock, shown, time, day) => {
    const at = momentOf({ day: today, time: clock }, 'Europe/Warsaw');
    expect(dayMeant(time, shown, at ?? new Date(Number.NaN), 'Europe/Warsaw')).toBe(day);
  });
});
