import { describe, expect, test } from 'vitest';
import { readTyped } from './read-typed.ts';

const faultOf = (typed: string, country = 'PL') => {
  const read = readTyped(typed, country);
  return read.kind === 'faulty' ? read.fault : null;
};

describe('what is typed into the dialer', () => {
  test.each(['+48600100101', '600 100 101', '600-100-101', '(600) 100.101', '0048 600 100 101', 'tel:+48 600-100-101'])(
    '%s is the same number',
    (typed) => {
      expect(readTyped(typed, 'PL')).toMatchObject({ number: '+48600100101', display: '+48 600 100 101' });
    },
  );

  test('up to five digits are the extension of a colleague', () => {
    expect(readTyped('102', 'PL')).toMatchObject({ kind: 'callable', number: '102' });
    expect(readTyped('99999', 'PL')).toMatchObject({ kind: 'callable', number: '99999' });
  });
});

describe('what is wrong with it', () => {
  test('digits that are missing are counted', () => {
    expect(faultOf('+48 600 100 1')).toEqual({ kind: 'missingDigits', count: 2 });
    expect(faultOf('600 100 10')).toEqual({ kind: 'missingDigits', count: 1 });
  });

  test('where a country gives out numbers of any length, it is only too short', () => {
    expect(faultOf('+49 151 123')).toEqual({ kind: 'tooShort' });
  });

  test('digits too many', () => {
    expect(faultOf('+48 600 100 1011')).toEqual({ kind: 'tooLong' });
    expect(faultOf('+48 600 100 101 234 567')).toEqual({ kind: 'tooLong' });
  });

  test('as many digits as there should be, in a place where no number is', () => {
    expect(faultOf('+48 000 000 001')).toEqual({ kind: 'unknown' });
  });

  test.each(['hello', '+', '+999 123 456', '*#'])('%s is no number', (typed) => {
    expect(faultOf(typed)).toEqual({ kind: 'unreadable' });
  });
});
