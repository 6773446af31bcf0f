import { expect, test } from 'vitest';
import { dialable } from './dialable.ts';

test.each([
  ['+48 600-100-101', '+48600100101'],
  ['(22) 100.00/01', '221000001'],
  ['103', '103'],
  ['*43#', '*43#'],
])('%s is dialled as %s', (written, dialled) => {
  expect(dialable(written)).toBe(dialled);
});

test.each(['', '+', 'abc', '600100101;user=phone', '600@evil', '103>', '48+600', '9'.repeat(33)])(
  '[R40] %j is not dialled',
  (written) => {
    expect(dialable(written)).toBeNull();
  },
);

test('[R40] no line break gets into a request: the digits behind one are digits, or nothing is dialled', () => {
  expect(dialable('103\r\nX-Evil: 1')).toBeNull();
});
