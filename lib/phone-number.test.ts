import { describe, expect, test } from 'vitest';
import { displayNumber, e164Beginnings, isCallable, readNumber, writtenDigits } from './phone-number.ts';

describe('readNumber', () => {
  test.each([
    '+49301234567',
    '0049301234567',
    '030 1234567',
    '(030) 1/23-45 67',
    'sip:0301234567@pbx.example;user=phone',
    '<sip:+49301234567@pbx>',
  ])('[R28] %s is one and the same number in Germany', (written) => {
    expect(readNumber(written, 'DE')).toMatchObject({ kind: 'number', e164: '+49301234567' });
  });

  test.each([
    '',
    'anonymous',
    'Anonymous',
    'unknown',
    'restricted',
    'unavailable',
    'private',
    '<unknown>',
    '0000',
    ' ',
    null,
    undefined,
  ])('[R29] %s is withheld', (written) => {
    expect(readNumber(written, 'PL')).toEqual({ kind: 'withheld' });
  });

  test.each(['101', '1', '99999'])('[R28] %s, up to five digits, is an extension', (written) => {
    expect(readNumber(written, 'PL')).toEqual({ kind: 'extension', extension: written, display: written });
  });

  test('six digits are no extension', () => {
    expect(readNumber('999999', 'PL').kind).not.toBe('extension');
  });

  test('what is no number of any country is shown as it came and looked up nowhere', () => {
    expect(readNumber('hello', 'PL')).toEqual({ kind: 'unreadable', display: 'hello' });
  });

  test('the display form is ready to show', () => {
    expect(displayNumber('600100101', 'PL')).toBe('+48 600 100 101');
  });
});

describe('isCallable', () => {
  test.each(['+48600100101', '+48221000001', '+49301234567'])('[S0.17] %s is whole', (e164) => {
    expect(isCallable(e164)).toBe(true);
  });

  test.each(['+4860010010', '+486001001', '+48999', null])(
    '[S0.17] %s, digits short or none at all, cannot be called',
    (e164) => {
      expect(isCallable(e164)).toBe(false);
    },
  );

  test('a number some digits short is still read, so that a caller with an odd number is found again', () => {
    expect(readNumber('60010010', 'PL')).toMatchObject({ kind: 'number', e164: '+4860010010' });
  });
});

describe('a part of a number', () => {
  test.each([
    ['600 100', '600100'],
    ['0048 600-1', '486001'],
    ['(030) 1/23', '30123'],
    ['sip:600100@pbx', '600100'],
    ['0000', ''],
  ])('[R28] %s is the digits %s', (typed, digits) => {
    expect(writtenDigits(typed)).toBe(digits);
  });

  test('it may be the beginning of a number at home or abroad', () => {
    expect(e164Beginnings('600100', 'PL')).toEqual(['+600100', '+48600100']);
    expect(e164Beginnings('600100', '')).toEqual(['+600100']);
  });
});
