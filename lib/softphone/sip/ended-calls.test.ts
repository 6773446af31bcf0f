import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { followEndedCalls, isEnding } from './ended-calls.ts';

const ENDING_MS = 5_000;
const MINUTE_MS = 60_000;

describe('what the server says of a call that is over', () => {
  const call = { id: 'sip-1', names: ['call-1'], endedAtMs: 100_000 };

  test.each([
    ['at its end', 100_000, true],
    ['a moment later', 104_999, true],
    ['once the end has had time to come', 105_000, false],
  ])('is old %s, to a page that hears the server', (_, nowMs, isOld) => {
    expect(isEnding(call, { isLive: true, sinceMs: 0 }, nowMs)).toBe(isOld);
  });

  test('is old as long as the page is cut off', () => {
    expect(isEnding(call, { isLive: false, sinceMs: 90_000 }, 100_000 + 60 * MINUTE_MS)).toBe(true);
  });

  test('is given the same time again after the connection has come back', () => {
    const back = { isLive: true, sinceMs: 200_000 };
    expect(isEnding(call, back, 204_999)).toBe(true);
    expect(isEnding(call, back, 205_000)).toBe(false);
  });
});

describe('calls that have ended here', () => {
  const changed = vi.fn();
  const forgotten = vi.fn();
  const follow = () => followEndedCalls({ changed, forgotten });

  beforeEach(() => {
    vi.useFakeTimers();
    changed.mockClear();
    forgotten.mockClear();
  });
  afterEach(() => vi.useRealTimers());

  test('are over for a moment by both names, and told of when the server is believed again', () => {
    const ended = follow();
    ended.hear(true);
    ended.add('sip-1', ['pbx-1', 'call-1']);
    expect(ended.names()).toEqual(new Set(['pbx-1', 'call-1']));

    vi.advanceTimersByTime(ENDING_MS);
    expect(changed).toHaveBeenCalledTimes(1);
    expect(ended.names()).toEqual(new Set());
  });

  test('stay over while the server is away, and a moment longer', () => {
    const ended = follow();
    ended.hear(true);
    ended.hear(false);
    ended.add('sip-1', ['call-1']);
    vi.advanceTimersByTime(10 * MINUTE_MS);
    expect(ended.names()).toEqual(new Set(['call-1']));

    ended.hear(true);
    vi.advanceTimersByTime(ENDING_MS - 1);
    expect(ended.names()).toEqual(new Set(['call-1']));
    changed.mockClear();
    vi.advanceTimersByTime(1);
    expect(changed).toHaveBeenCalledTimes(1);
    expect(ended.names()).toEqual(new Set());
  });

  test('are over again where it turns out that the connection had died about then', () => {
    const ended = follow();
    ended.hear(true);
    ended.add('sip-1', ['call-1']);
    vi.advanceTimersByTime(20_000);
    expect(ended.names()).toEqual(new Set());

    changed.mockClear();
    ended.hear(false);
    expect(ended.names()).toEqual(new Set(['call-1']));
    expect(changed).toHaveBeenCalledTimes(1);
  });

  test('are not over again by a connection that is lost long after', () => {
    const ended = follow();
    ended.hear(true);
    ended.add('sip-1', ['call-1']);
    vi.advanceTimersByTime(MINUTE_MS);
    expect(forgotten).not.toHaveBeenCalled();

    ended.hear(false);
    expect(ended.names()).toEqual(new Set());
    expect(forgotten.mock.calls).toEqual([['sip-1']]);
  });
});
