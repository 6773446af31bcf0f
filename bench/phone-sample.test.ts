import { expect, test } from 'vitest';
import { measurementsOf, type PhoneSample } from './phone-sample.ts';

const floor: PhoneSample = { contender: 'floor', quiet: 150, registered: 100, answers: [{ here: 200, outside: 250 }] };
const ours: PhoneSample = { contender: 'ours', quiet: 1_100, registered: 900, answers: [{ here: 290, outside: 260 }] };

test('sound goes both ways when the later of the two is heard', () => {
  const [registered, quiet, bothWays, here, outside] = measurementsOf([floor, ours]);
  expect(registered).toMatchObject({ floor: { p50: 100 }, ours: { p50: 900 } });
  expect(quiet).toMatchObject({ floor: { p50: 150 }, ours: { p50: 1_100 }, goal: null });
  expect(bothWays).toMatchObject({ floor: { p50: 250 }, ours: { p50: 290 } });
  expect(here).toMatchObject({ floor: { p50: 200 }, ours: { p50: 290 } });
  expect(outside).toMatchObject({ floor: { p50: 250 }, ours: { p50: 260 } });
});

test('each round of a phone counts once, by its middle call', () => {
  const disturbed = { ...ours, answers: [290, 5_000, 300].map((time) => ({ here: time, outside: time })) };
  const [, , bothWays] = measurementsOf([floor, disturbed, floor, disturbed, floor, disturbed]);
  expect(bothWays).toMatchObject({ rounds: 3, ours: { p50: 300 } });
});
