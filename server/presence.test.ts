import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DeliveryPart } from '../lib/deliveries/parts.ts';
import { left, moved, nobody, type Place, peopleAt } from './presence.ts';

function at(deliveryId: string, userId: string, part: DeliveryPart | null = null): Place {
  return { deliveryId, userId, name: `${userId} Operator`, part };
}

describe('who has a delivery open', () => {
  test('is everybody with a tab on it, by name, and nobody of another delivery', () => {
    let presence = moved(nobody, 'tab-1', at('d1', 'Oskar', 'address'));
    presence = moved(presence, 'tab-2', at('d1', 'Olga'));
    presence = moved(presence, 'tab-3', at('d2', 'Marta'));

    expect(peopleAt(presence, 'd1')).toEqual([
      { userId: 'Olga', name: 'Olga Operator', part: null },
      { userId: 'Oskar', name: 'Oskar Operator', part: 'address' },
    ]);
  });

  test('counts several tabs of one person once, where they moved last', () => {
    let presence = moved(nobody, 'tab-1', at('d1', 'Olga', 'address'));
    presence = moved(presence, 'tab-2', at('d1', 'Olga', 'order'));
    presence = moved(presence, 'tab-1', at('d1', 'Olga', 'client'));
    expect(peopleAt(presence, 'd1')).toEqual([{ userId: 'Olga', name: 'Olga Operator', part: 'client' }]);
  });

  test('keeps where a person is in one tab while another tab only looks on', () => {
    const presence = moved(moved(nobody, 'tab-1', at('d1', 'Olga', 'order')), 'tab-2', at('d1', 'Olga', null));
    expect(peopleAt(presence, 'd1')).toMatchObject([{ part: 'order' }]);
  });

  test('follows a tab to the next delivery', () => {
    const presence = moved(moved(nobody, 'tab-1', at('d1', 'Olga')), 'tab-1', at('d2', 'Olga'));
    expect(peopleAt(presence, 'd1')).toEqual([]);
    expect(peopleAt(presence, 'd2')).toHaveLength(1);
  });

  test('forgets a person with their last tab', () => {
    const both = moved(moved(nobody, 'tab-1', at('d1', 'Olga')), 'tab-2', at('d1', 'Olga'));
    expect(peopleAt(left(both, 'tab-1'), 'd1')).toHaveLength(1);
    expect(peopleAt(left(left(both, 'tab-1'), 'tab-2'), 'd1')).toEqual([]);
  });

  test('never holds more than there are tabs, and names nobody twice', () => {
    const tab = fc.constantFrom('tab-1', 'tab-2', 'tab-3');
    const who = fc.constantFrom('Olga', 'Oskar');
    const where = fc.constantFrom('d1', 'd2');
    const step = fc.oneof(fc.tuple(tab, where, who), fc.tuple(tab));

    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const presence = steps.reduce(
          (before, [socketId, deliveryId, userId]) =>
            deliveryId && userId ? moved(before, socketId, at(deliveryId, userId)) : left(before, socketId),
          nobody,
        );
        expect(presence.size).toBeLessThanOrEqual(3);
        const names = peopleAt(presence, 'd1').map((person) => person.userId);
        expect(new Set(names).size).toBe(names.length);
      }),
    );
  });
});
