import { expect, test } from 'vitest';
import { registrationProblem } from './registration-problem.ts';

test.each([
  [401, 'loginRefused'],
  [403, 'loginRefused'],
  [404, 'serverRefused'],
  [423, 'serverRefused'],
  [408, null],
  [503, null],
])('a REGISTER that is answered with %i: %s', (statusCode, problem) => {
  expect(registrationProblem(statusCode)).toBe(problem);
});
