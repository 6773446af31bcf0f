import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CARD_FACTS, isAlwaysShown, orderOf } from './facts.ts';

describe('[S1.2] the facts of the card', () => {
  test('are all of them in the standard order while nothing is stored', () => {
    expect(orderOf([])).toEqual(CARD_FACTS);
    expect(orderOf(null)).toEqual(CARD_FACTS);
  });

  test('are those that an admin stored, in their order', () => {
    expect(orderOf(['number', 'name', 'direction'])).toEqual(['number', 'name', 'direction']);
  });

  test('of which one that does not exist, or stands there twice, is passed over', () => {
    expect(orderOf(['name', 'shoeSize', 'name', 7, 'number', 'direction'])).toEqual(['name', 'number', 'direction']);
  });

  test('never lose the direction and the number', () => {
    expect(orderOf(['name'])).toEqual(['name', 'direction', 'number']);
  });

  test('do not grow by themselves when a later version knows more', () => {
    expect(orderOf(['direction', 'number', 'company'])).not.toContain('notes');
  });

  test('are for whatever is stored a list without doubles that holds what always shows', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...CARD_FACTS), fc.string())), (stored) => {
        const facts = orderOf(stored);
        expect(new Set(facts).size).toBe(facts.length);
        expect(CARD_FACTS.filter(isAlwaysShown).every((fact) => facts.includes(fact))).toBe(true);
        expect(orderOf(facts)).toEqual(facts);
      }),
    );
  });
});
