import { expect, test } from 'vitest';
import { plainText } from './plain-text.ts';

test.each([
  ['a NUL and other control characters', 'La\u0000t\u001Bte', 'Latte'],
  ['half a surrogate pair', 'Latte \uD83D', 'Latte '],
  ['what turns the direction of the text around it', 'gpj.\u202Eexe \u2067x\u2069', 'gpj.exe x'],
])('of a typed text goes %s', (_, typed, kept) => {
  expect(plainText(typed)).toBe(kept);
});

test('of a typed text stay lines, tabs, spaces, and letters of every direction', () => {
  const typed = ' Łódź\tשלום\u200F\nمرحبا 😀 ';
  expect(plainText(typed)).toBe(typed);
});
