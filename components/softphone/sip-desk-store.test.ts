import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { beginNamedPhone, leavePhoneOfTab, PHONE_OF, sipDeskOfTab } from './sip-desk-store';

const leave = vi.fn();
let calls: { phase: 'ringing' | 'dialling' | 'talking' }[] = [];
const startSipDesk = vi.fn(() => ({ leave, shared: () => ({ calls }) }));
vi.mock('@/lib/softphone/sip/sip-desk', () => ({ startSipDesk: () => startSipDesk() }));
vi.mock('@/lib/softphone/sip/early-account', () => ({ askAccountEarly: () => ({ take: async () => null }) }));

const PATIENCE_MS = 20_000;
let users = 0;
/** A user who has no phone in this tab yet. */
const newUser = () => {
  users += 1;
  return `user-${users}`;
};
const started = async () => {
  await vi.dynamicImportSettled();
  expect(startSipDesk).toHaveBeenCalled();
};

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('window', {});
  calls = [];
  startSipDesk.mockClear();
  leave.mockClear();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('[R23] the phone of a tab', () => {
  test('is begun once, however often the page is drawn before it wakes up', async () => {
    const userId = newUser();
    sipDeskOfTab(userId).beginEarly();
    sipDeskOfTab(userId).beginEarly();
    sipDeskOfTab(userId).claim();
    await started();
    await vi.advanceTimersByTimeAsync(PATIENCE_MS * 2);
    expect(startSipDesk).toHaveBeenCalledTimes(1);
    expect(sipDeskOfTab(userId).held().desk).not.toBeNull();
    expect(leave).not.toHaveBeenCalled();
  });

  test('is begun by the name in the page, before the page draws it', async () => {
    const userId = newUser();
    const names: Record<string, string> = { [`meta[name="${PHONE_OF}"]`]: userId };
    vi.stubGlobal('document', { querySelector: (wanted: string) => (names[wanted] ? { content: names[wanted] } : null) });
    beginNamedPhone();
    await started();
    sipDeskOfTab(userId).claim();
    expect(startSipDesk).toHaveBeenCalledTimes(1);
  });

  test('is not begun on a page that names nobody', async () => {
    vi.stubGlobal('document', { querySelector: () => null });
    beginNamedPhone();
    await vi.advanceTimersByTimeAsync(PATIENCE_MS);
    expect(startSipDesk).not.toHaveBeenCalled();
  });

  test('is left where the page never wakes up', async () => {
    const store = sipDeskOfTab(newUser());
    // Whoever sat here before is gone by now.
    await Promise.resolve();
    leave.mockClear();
    store.beginEarly();
    await started();
    await vi.advanceTimersByTimeAsync(PATIENCE_MS);
    expect(leave).toHaveBeenCalledTimes(1);
    expect(store.held().desk).toBeNull();
  });

  test('a drawing that is given up later takes nothing from the page that is there', async () => {
    const store = sipDeskOfTab(newUser());
    store.claim();
    await started();
    store.beginEarly();
    await vi.advanceTimersByTimeAsync(PATIENCE_MS * 2);
    expect(leave).not.toHaveBeenCalled();
  });

  test('of one who signed out is left when another sits down', async () => {
    const first = sipDeskOfTab(newUser());
    first.claim();
    await started();
    const second = sipDeskOfTab(newUser());
    await vi.waitFor(() => expect(leave).toHaveBeenCalledTimes(1));
    expect(first.held().desk).toBeNull();
    expect(second).not.toBe(first);
  });
});

describe('a page that is gone, as when an error stands in its place', () => {
  async function begunAndReleased() {
    const store = sipDeskOfTab(newUser());
    // Whoever sat here before is gone by now.
    await Promise.resolve();
    leave.mockClear();
    store.claim();
    await started();
    store.release();
    return store;
  }

  test('leaves the phone to the page that comes back, which finds the same', async () => {
    const store = await begunAndReleased();
    const { desk } = store.held();
    await vi.advanceTimersByTimeAsync(PATIENCE_MS - 1);
    store.claim();
    await vi.advanceTimersByTimeAsync(PATIENCE_MS * 2);
    expect(leave).not.toHaveBeenCalled();
    expect(store.held().desk).toBe(desk);
    expect(startSipDesk).toHaveBeenCalledTimes(1);
  });

  test('takes the phone along where no other comes', async () => {
    const store = await begunAndReleased();
    await vi.advanceTimersByTimeAsync(PATIENCE_MS - 1);
    expect(leave).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(leave).toHaveBeenCalledTimes(1);
    expect(store.held().desk).toBeNull();
  });

  test.each(['ringing', 'talking', 'dialling'] as const)('keeps a phone that is %s, until that call is over', async (phase) => {
    calls = [{ phase }];
    await begunAndReleased();
    await vi.advanceTimersByTimeAsync(PATIENCE_MS * 30);
    expect(leave).not.toHaveBeenCalled();

    calls = [];
    await vi.advanceTimersByTimeAsync(PATIENCE_MS);
    expect(leave).toHaveBeenCalledTimes(1);
  });

  test('keeps nothing where somebody is asked to sign in, call or not', async () => {
    calls = [{ phase: 'talking' }];
    const store = await begunAndReleased();
    leavePhoneOfTab();
    expect(leave).toHaveBeenCalledTimes(1);
    expect(store.held().desk).toBeNull();
  });
});
