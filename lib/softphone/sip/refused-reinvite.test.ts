import { expect, test } from 'vitest';
import { refusedReinvite } from './refused-reinvite.ts';

test.each([
  [491, { outcome: 'collided', isCallOver: false }],
  [481, { outcome: 'refused', isCallOver: true }],
  [488, { outcome: 'refused', isCallOver: false }],
  // Nobody answered: the call may sound all the same.
  [408, { outcome: 'refused', isCallOver: false }],
])('a re-INVITE that is answered with %i', (statusCode, meaning) => {
  expect(refusedReinvite(statusCode)).toEqual(meaning);
});
