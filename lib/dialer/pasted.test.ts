import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { numberInPasted } from './pasted.ts';

describe('what is pasted into the dialer', () => {
  test.each([
    ['tel:+48 600-100-101', '+48 600-100-101'],
    ['tel:%2B48600100101', '+48600100101'],
    ['sip:+48600100101@pbx.example;user=phone', '+48600100101'],
    ['Tel. +48 600 100 101 (mobile)', '+48 600 100 101'],
    ['Vera Lind, flat 4, 600 100 101', '600 100 101'],
    ['\u202a+48\u00a0600\u00a0100\u00a0101\u202c', '+48 600 100 101'],
    ['600\u2013100\u2013101', '600-100-101'],
    ['(22) 100 00 01\n', '(22) 100 00 01'],
    ['102', '102'],
  ])('%j is %s', (pasted, number) => {
    expect(numberInPasted(pasted)).toBe(number);
  });

  test('a text without a number stays as it is, to be told that it is none', () => {
    expect(numberInPasted(' Vera Lind ')).toBe('Vera Lind');
    expect(numberInPasted('tel:%')).toBe('tel:%');
  });

  test('the words around a number change none of its digits', () => {
    const words = fc.string({ unit: fc.constantFrom('a', 'Ł', ' ', ':', ';', '\n', '\u200e', '中') });
    fc.assert(
      fc.property(words, words, (before, after) => {
        expect(numberInPasted(`${before} +48 600-100-101 ${after}`)).toBe('+48 600-100-101');
      }),
    );
  });
});
