import { expect, test } from 'vitest';
import { promiseAfterSending } from './promise.ts';

const [six, seven, eight] = ['18', '19', '20'].map((hour) => `2026-11-22T${hour}:00:00.000Z`) as [string, string, string];

test('[S0.15] a promise holds while the wanted time does', () => {
  expect(promiseAfterSending({ promisedAt: seven, wantedBefore: six, wantedNow: six })).toBe(seven);
});

test('[S0.15] promised as wanted, it moves along with what is wanted', () => {
  expect(promiseAfterSending({ promisedAt: six, wantedBefore: six, wantedNow: eight })).toBe(eight);
});

test('[S0.15] another time was promised for what is wanted no more: nothing is promised', () => {
  expect(promiseAfterSending({ promisedAt: seven, wantedBefore: six, wantedNow: eight })).toBeNull();
  expect(promiseAfterSending({ promisedAt: null, wantedBefore: six, wantedNow: eight })).toBeNull();
});
