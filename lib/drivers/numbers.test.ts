import { expect, test } from 'vitest';
import { readDriverNumbers } from './numbers.ts';

test('numbers are read in any notation, each once, empty fields left out', () => {
  expect(readDriverNumbers(['600 100 107', '', '+48600100107', '0048 600-100-108'], 'PL')).toEqual({
    ok: true,
    numbers: [
      { raw: '600 100 107', e164: '+48600100107', display: '+48 600 100 107' },
      { raw: '0048 600-100-108', e164: '+48600100108', display: '+48 600 100 108' },
    ],
  });
});

test.each(['600 100', '101', 'anonymous', 'Marek', '+48 123'])('%j is no whole number, and it is said which', (typed) => {
  expect(readDriverNumbers(['600100107', typed], 'PL')).toEqual({ ok: false, index: 1 });
});
