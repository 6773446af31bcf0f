import { expect, test } from 'vitest';
import { refusalCause } from './refusal-cause.ts';

test.each([
  [486, 'busy'],
  [600, 'busy'],
  [480, 'no_answer'],
  [603, 'declined'],
  [404, 'not_found'],
  [503, 'unreachable'],
  [403, 'failed'],
  [487, null],
] as const)('%i is %s', (status, cause) => {
  expect(refusalCause(status)).toBe(cause);
});
