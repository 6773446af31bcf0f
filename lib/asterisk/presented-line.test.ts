import { describe, expect, test } from 'vitest';
import { presentedLine } from './presented-line.ts';

const [first, second] = [
  { id: 'a', e164: '+48221000001' },
  { id: 'b', e164: '+48221000002' },
];
const pool = [first, second];

describe('[S2.4] which number a call presents', () => {
  test('the one chosen for it, by whom may choose', () => {
    expect(presentedLine(pool, { lineId: 'b', mayChoose: true, lastLineId: null })).toBe(second);
    expect(presentedLine(pool, { lineId: 'b', mayChoose: false, lastLineId: null })).toBe('notAllowed');
  });

  test('[R34] never one that is not the user’s', () => {
    expect(presentedLine(pool, { lineId: 'z', mayChoose: true, lastLineId: null })).toBe('notAllowed');
    expect(presentedLine([], { lineId: 'a', mayChoose: true, lastLineId: 'a' })).toBe('notAllowed');
  });

  test('else the one presented last, while it is still theirs, else the first', () => {
    expect(presentedLine(pool, { lineId: undefined, mayChoose: false, lastLineId: 'b' })).toBe(second);
    expect(presentedLine(pool, { lineId: undefined, mayChoose: true, lastLineId: 'gone' })).toBe(first);
    expect(presentedLine([], { lineId: undefined, mayChoose: true, lastLineId: 'a' })).toBeNull();
  });

  test('[S2.4a] to name what would be presented anyway is no choice', () => {
    expect(presentedLine(pool, { lineId: 'a', mayChoose: false, lastLineId: null })).toBe(first);
  });
});
