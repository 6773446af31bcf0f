import { describe, expect, test } from 'vitest';
import { CARD_FACTS } from '@/lib/caller-card/facts';
import { factsOf, moved, rowsOf, toggled } from './fact-list';

describe('[S1.2] the list in which an admin orders the card', () => {
  const rows = rowsOf(['number', 'direction', 'name']);

  test('has what shows first, in its order, then the rest', () => {
    expect(rows).toHaveLength(CARD_FACTS.length);
    expect(factsOf(rows)).toEqual(['number', 'direction', 'name']);
  });

  test('moves a fact up, down and to a place, and never out of the list', () => {
    expect(factsOf(moved(rows, 'name', 0))).toEqual(['name', 'number', 'direction']);
    expect(factsOf(moved(rows, 'number', 1))).toEqual(['direction', 'number', 'name']);
    expect(moved(rows, 'number', -1)).toEqual(rows);
    expect(moved(rows, 'number', rows.length)).toEqual(rows);
  });

  test('switches a fact off and on in its place, but not the number', () => {
    const off = toggled(rows, 'name');
    expect(factsOf(off)).toEqual(['number', 'direction']);
    expect(toggled(off, 'name')).toEqual(rows);
    expect(toggled(rows, 'number')).toEqual(rows);
  });
});
