import { describe, expect, test } from 'vitest';
import { readMeaning } from './meaning.ts';

describe('what is typed into the search', () => {
  test('1042 may be a delivery, and a part of a number', () => {
    expect(readMeaning('1042', 'PL')).toMatchObject({ recordNumber: 1042, people: { kind: 'part' }, number: null });
  });

  test('#1042 is a delivery and nothing else', () => {
    expect(readMeaning('#1042', 'PL')).toEqual({ recordNumber: 1042, people: { kind: 'nobody' }, number: null });
  });

  test.each(['+48 600 100 101', '600-100-101', '0048600100101'])('[R28] %s is a whole number', (typed) => {
    expect(readMeaning(typed, 'PL').number).toEqual({ e164: '+48600100101', display: '+48 600 100 101' });
  });

  test.each(['0000', '#', '+'])('[R29] %s is nobody and no number', (typed) => {
    expect(readMeaning(typed, 'PL')).toMatchObject({ people: { kind: 'nobody' }, number: null });
  });

  test('a number that no delivery can have is none', () => {
    expect(readMeaning('99999999999999', 'PL').recordNumber).toBeNull();
    expect(readMeaning('Dolna 9', 'PL').recordNumber).toBeNull();
  });
});
