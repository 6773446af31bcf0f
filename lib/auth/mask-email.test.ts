import { expect, test } from 'vitest';
import { maskEmail } from './mask-email.ts';

test.each([
  ['olga@offhook.test', 'o•••@offhook.test'],
  ['o@offhook.test', 'o•••@offhook.test'],
  ['correct horse battery staple', '•••'],
  ['p@ss@word', '•••'],
  ['', '•••'],
])('%j is kept as %j', (typed, kept) => {
  expect(maskEmail(typed)).toBe(kept);
});
