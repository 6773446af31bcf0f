import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { gather } from './gather';

const WAIT_MS = 400;

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('gathered facts', () => {
  test('are one act, when the wait that the first began is over', () => {
    const act = vi.fn();
    const facts = gather(act, WAIT_MS);
    facts.soon();
    vi.advanceTimersByTime(WAIT_MS - 1);
    facts.soon();
    expect(act).not.toHaveBeenCalled();

    vi.advanceTimersByTime(1);
    expect(act).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(WAIT_MS);
    expect(act).toHaveBeenCalledTimes(1);
  });

  test('never starve the act, however close together they come', () => {
    const act = vi.fn();
    const facts = gather(act, WAIT_MS);
    for (let ms = 0; ms < 10 * WAIT_MS; ms += 100) {
      facts.soon();
      vi.advanceTimersByTime(100);
    }
    expect(act).toHaveBeenCalledTimes(10);
  });

  test('are forgotten by who leaves, and gathered again by who comes back', () => {
    const act = vi.fn();
    const facts = gather(act, WAIT_MS);
    facts.soon();
    facts.stop();
    vi.advanceTimersByTime(WAIT_MS);
    expect(act).not.toHaveBeenCalled();

    facts.soon();
    vi.advanceTimersByTime(WAIT_MS);
    expect(act).toHaveBeenCalledTimes(1);
  });
});
