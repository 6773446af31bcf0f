import { describe, expect, test } from 'vitest';
import { smsLength } from './segments.ts';

describe('the length of an SMS', () => {
  test.each([
    ['', 'gsm7', 0, 0, 160],
    ['a'.repeat(160), 'gsm7', 160, 1, 0],
    ['a'.repeat(161), 'gsm7', 161, 2, 145],
    ['a'.repeat(306), 'gsm7', 306, 2, 0],
    ['a'.repeat(307), 'gsm7', 307, 3, 152],
    // The sign of the euro is of the second table: two septets.
    ['€'.repeat(80), 'gsm7', 160, 1, 0],
    ['€'.repeat(81), 'gsm7', 162, 2, 143],
    ['ż', 'ucs2', 1, 1, 69],
    ['ż'.repeat(70), 'ucs2', 70, 1, 0],
    ['ż'.repeat(71), 'ucs2', 71, 2, 63],
    ['ż'.repeat(134), 'ucs2', 134, 2, 0],
    ['ż'.repeat(135), 'ucs2', 135, 3, 66],
    // Beyond the first plane a letter takes two units.
    ['🍕'.repeat(35), 'ucs2', 70, 1, 0],
    ['🍕'.repeat(36), 'ucs2', 72, 2, 61],
  ] as const)('of %j is told by its alphabet, in units and parts', (text, encoding, units, segments, left) => {
    expect(smsLength(text)).toEqual({ encoding, units, segments, left });
  });

  test('a letter of two units is not cut in two at the end of a part', () => {
    expect(smsLength(`${'a'.repeat(152)}€${'a'.repeat(152)}`)).toMatchObject({ units: 306, segments: 3, left: 152 });
    expect(smsLength(`${'ż'.repeat(66)}🍕${'ż'.repeat(66)}`)).toMatchObject({ units: 134, segments: 3, left: 66 });
  });

  test.each(['Zażółć', '“quoted”', 'a – b'])('one letter that GSM lacks makes all of %j UCS-2', (text) => {
    expect(smsLength(text).encoding).toBe('ucs2');
  });
});
