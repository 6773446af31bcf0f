import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { log } from '../log.ts';
import { noteRefusal } from './refusal-log.ts';

const SENTENCE = 'Webhook refused by its signature';

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test('[R31] a flood of bad signatures is one line in ten seconds, and none is left uncounted', () => {
  const warn = vi.spyOn(log, 'warn').mockReturnValue();

  noteRefusal('practice', 'missing');
  expect(warn.mock.lastCall).toEqual([{ source: 'practice', signature: 'missing', refused: 1 }, SENTENCE]);

  vi.advanceTimersByTime(9_999);
  for (let post = 0; post < 1_000; post += 1) noteRefusal('practice', 'wrong');
  expect(warn).toHaveBeenCalledTimes(1);

  vi.advanceTimersByTime(1);
  noteRefusal('x'.repeat(10_000), 'wrong');
  expect(warn).toHaveBeenCalledTimes(2);
  expect(warn.mock.lastCall).toEqual([{ source: 'x'.repeat(60), signature: 'wrong', refused: 1_001 }, SENTENCE]);
});
