import { describe, expect, test } from 'vitest';
import { suggestInstead, wantedAtFor } from './suggestions.ts';

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
