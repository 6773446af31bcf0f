import { expect, test } from 'vitest';
import { loudnessPercent } from './loudness.ts';

test.each([
  [0, 0],
  [0.0001, 0],
  [0.001, 0],
  [0.0316, 50],
  [1, 100],
  [2, 100],
])('a level of %d is %d percent', (level, percent) => expect(loudnessPercent(level)).toBe(percent));
