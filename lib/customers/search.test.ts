import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rangeOf, readSearch } from './search.ts';

describe('readSearch', () => {
  test.each(['+48600100101', '0048600100101', '600100101', '600-100-101', 'sip:600100101@pbx.example;user=phone'])(
    '[R28] %s is one and the same number',
    (typed) => {
      expect(readSearch(typed, 'PL')).toEqual({ kind: 'number', e164: '+48600100101' });
    },
  );

  test.each([
    ['600 100', '600100'],
    ['+48 600', '48600'],
    ['101', '101'],
  ])('%s is a part of a number', (typed, digits) => {
    expect(readSearch(typed, 'PL')).toMatchObject({ kind: 'part', digits });
  });

  test.each(['0000', '+', '00'])('[R29] %s is nobody', (typed) => {
    expect(readSearch(typed, 'PL')).toEqual({ kind: 'nobody' });
  });

  test('[R29] the words of a withheld number are looked for among names, where nobody has them', () => {
    expect(readSearch('Anonymous', 'PL')).toEqual({ kind: 'words', text: 'Anonymous' });
  });

  test('a number among words makes them no number', () => {
    expect(readSearch(' Wójcik i Syn 24 ', 'PL')).toEqual({ kind: 'words', text: 'Wójcik i Syn 24' });
    expect(readSearch('', 'PL')).toEqual({ kind: 'everybody' });
  });
});

test('the range of a beginning holds every number that begins so, and no other', () => {
  const digits = fc.stringMatching(/^\d{1,12}$/);
  fc.assert(
    fc.property(digits, digits, (beginning, number) => {
      const { from, below } = rangeOf(`+${beginning}`);
      const e164 = `+${number}`;
      expect(e164 >= from && e164 < below).toBe(e164.startsWith(`+${beginning}`));
    }),
  );
});
