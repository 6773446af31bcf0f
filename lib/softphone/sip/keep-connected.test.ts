import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { keepConnected } from './keep-connected.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function phone({ connects = true, answers = true, isHopeless = false } = {}) {
  const state = { connects, answers, isHopeless };
  const connect = vi.fn(async () => {
    if (!state.connects) throw new Error('away');
  });
  const check = vi.fn(async () => state.answers);
  const onUp = vi.fn();
  const kept = keepConnected({ connect, check, onUp, isHopeless: () => state.isHopeless }, () => 1);
  return { state, connect, check, onUp, kept };
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe('the phone stays registered', () => {
  test('up at once, and told apart from coming back', async () => {
    const { onUp, kept } = phone();
    await pass(0);
    expect(onUp.mock.calls).toEqual([['first']]);
    kept.lost();
    await pass(500);
    expect(onUp.mock.calls).toEqual([['first'], ['again']]);
  });

  test('[R21] attempts come less and less often, at most every half minute', async () => {
    const { connect } = phone({ connects: false });
    await pass(0);
    expect(connect).toHaveBeenCalledTimes(1);
    await pass(500 + 1_000 + 2_000);
    expect(connect).toHaveBeenCalledTimes(4);
    await pass(60 * 60_000);
    expect(connect.mock.calls.length).toBeLessThan(130);
  });

  test('[R24] a connection that no longer answers is found out within half a minute, and made anew', async () => {
    const { state, connect, check } = phone();
    await pass(0);
    state.answers = false;
    await pass(20_000);
    expect(check).toHaveBeenCalledTimes(1);
    expect(connect).toHaveBeenCalledTimes(2);
  });

  test('the network’s news end the wait', async () => {
    const { state, connect, kept } = phone({ connects: false });
    await pass(10_000);
    const before = connect.mock.calls.length;
    state.connects = true;
    kept.nudge();
    await pass(0);
    expect(connect).toHaveBeenCalledTimes(before + 1);
  });

  test('where the connection stands, a nudge says so', async () => {
    const { onUp, connect, kept } = phone();
    await pass(0);
    kept.nudge();
    await pass(0);
    expect(onUp.mock.calls).toEqual([['first'], ['still']]);
    await pass(20_000);
    expect(onUp).toHaveBeenCalledTimes(2);
    expect(connect).toHaveBeenCalledTimes(1);
  });

  test('a nudge in the middle of a check is looked into after it', async () => {
    const { onUp, check, kept } = phone();
    await pass(0);
    check.mockImplementationOnce(async () => {
      kept.nudge();
      return true;
    });
    await pass(20_000);
    expect(check).toHaveBeenCalledTimes(2);
    expect(onUp.mock.calls).toEqual([['first'], ['still']]);
  });

  test('a refused login is tried again once a minute only', async () => {
    const { connect } = phone({ connects: false, isHopeless: true });
    await pass(5 * 60_000);
    expect(connect).toHaveBeenCalledTimes(6);
  });

  test('whoever looks at the tab again and again does not hurry a refused login on', async () => {
    const { connect, kept } = phone({ connects: false, isHopeless: true });
    connect.mockImplementationOnce(async () => {
      kept.nudge();
      throw new Error('refused');
    });
    await pass(30_000);
    kept.nudge();
    kept.nudge();
    await pass(29_999);
    expect(connect).toHaveBeenCalledTimes(1);
    await pass(1);
    expect(connect).toHaveBeenCalledTimes(2);
    await pass(59_999);
    expect(connect).toHaveBeenCalledTimes(2);
    await pass(1);
    expect(connect).toHaveBeenCalledTimes(3);
  });

  test('a loss in the middle of a check is not forgotten', async () => {
    const { connect, kept, check } = phone();
    await pass(0);
    check.mockImplementationOnce(async () => {
      kept.lost();
      return true;
    });
    await pass(20_000);
    expect(connect).toHaveBeenCalledTimes(2);
  });

  test('stopped in the middle of a check that fails, it connects no more', async () => {
    const { connect, check, kept } = phone();
    await pass(0);
    check.mockImplementationOnce(async () => {
      kept.stop();
      return false;
    });
    await pass(60_000);
    expect(connect).toHaveBeenCalledTimes(1);
  });

  test('stopped, it does nothing more', async () => {
    const { connect, kept } = phone({ connects: false });
    kept.stop();
    await pass(60_000);
    expect(connect).toHaveBeenCalledTimes(1);
  });
});
