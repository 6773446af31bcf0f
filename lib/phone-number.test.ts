import { describe, expect, test } from 'vitest';
import { displayNumber, readNumber } from './phone-number.ts';

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
