import { expect, test } from 'vitest';
import { partsOfMinutes } from './parts-of-minutes.ts';

test.each([
  [0, { days: 0, hours: 0, minutes: 0, isLonger: false }],
  [59, { days: 0, hours: 0, minutes: 59, isLonger: false }],
  [95, { days: 0, hours: 1, minutes: 35, isLonger: false }],
  [1_500, { days: 1, hours: 1, minutes: 0, isLonger: false }],
  [43_200, { days: 30, hours: 0, minutes: 0, isLonger: false }],
  [44_640, { days: 30, hours: 0, minutes: 0, isLonger: true }],
])('%i minutes', (minutes, parts) => {
  expect(partsOfMinutes(minutes)).toEqual(parts);
});
