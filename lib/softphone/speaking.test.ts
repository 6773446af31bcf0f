import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextSpeaking, type Speaking, silent } from './speaking.ts';

const STEP_MS = 100;

/** What is made of levels measured every tenth of a second. */
function hear(levels: number[], from: Speaking = silent): Speaking {
  return levels.reduce((state, level) => nextSpeaking(state, level, STEP_MS), from);
}

const times = (count: number, level: number) => Array<number>(count).fill(level);

test('[S0.7a] a sentence is speech', () => {
  expect(hear(times(3, 0.1)).isSpeaking).toBe(true);
  expect(hear(times(2, 0.1)).isSpeaking).toBe(false);
});

test('a cough or a key that is struck is none', () => {
  expect(hear([...times(20, 0.001), 0.4, ...times(20, 0.001)]).isSpeaking).toBe(false);
});

test('words with gaps between them are one speech', () => {
  expect(hear([0.1, 0.1, 0.001, 0.1, 0.1]).isSpeaking).toBe(true);
});

test('speech is over after two quiet seconds, not at a breath', () => {
  const speaking = hear(times(10, 0.1));
  expect(hear(times(19, 0.001), speaking).isSpeaking).toBe(true);
  expect(hear(times(20, 0.001), speaking).isSpeaking).toBe(false);
});

test('a loud room becomes the room after a while, and a voice is heard above it', () => {
  const inNoise = hear(times(600, 0.04));
  expect(inNoise.isSpeaking).toBe(false);
  expect(hear(times(5, 0.2), inNoise).isSpeaking).toBe(true);
});

test('silence is never speech, and the room never leaves what was heard', () => {
  const level = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(fc.array(level, { minLength: 1 }), (levels) => {
      const state = hear(levels);
      expect(state.room).toBeGreaterThanOrEqual(0);
      expect(state.room).toBeLessThanOrEqual(Math.max(...levels));
      expect(hear(times(30, 0), state).isSpeaking).toBe(false);
    }),
  );
});
