import { describe, expect, test, vi } from 'vitest';
import { joinTabs, type TabChannel, type TabLock } from './tabs.ts';

/** The tabs of one browser: messages to all others, and a lock for one at a time. */
function browser() {
  const listeners = new Map<object, (message: unknown) => void>();
  const queue: { grant: () => void; signal: AbortSignal }[] = [];
  let isTaken = false;

  function next() {
    const first = queue.shift();
    if (!first) return;
    if (first.signal.aborted) return next();
    isTaken = true;
    first.grant();
  }

  const openChannel = (): TabChannel => {
    const me = {};
    return {
      send: (message) => {
        for (const [other, listener] of listeners) if (other !== me) queueMicrotask(() => listener(structuredClone(message)));
      },
      listen: (listener) => void listeners.set(me, listener),
      close: () => void listeners.delete(me),
    };
  };
  const lock: TabLock = (held, signal) =>
    new Promise((resolve) => {
      const grant = () =>
        void held().then(() => {
          isTaken = false;
          resolve();
          next();
        });
      queue.push({ grant, signal });
      if (!isTaken) next();
    });

  function openTab(name: string) {
    const channel = openChannel();
    let crash: () => void = () => undefined;
    const seen: string[] = [];
    const stop = vi.fn();
    const performed: string[] = [];
    let state = `${name} begins`;
    let tell: () => void = () => undefined;
    const tabs = joinTabs<string, string, string>({
      channel,
      // The browser gives back the lock of a tab that crashed.
      lock: (held, signal) => {
        const crashed = new Promise<void>((resolve) => {
          crash = resolve;
        });
        return lock(() => Promise.race([held(), crashed]), signal);
      },
      onLeadGone: () => void seen.push('nobody leads'),
      noAnswer: 'nobody answers',
      onState: (heard) => void seen.push(heard),
      lead: (changed) => {
        tell = changed;
        return {
          state: () => state,
          stop,
          perform: async (act) => {
            performed.push(act);
            return `${name} did ${act}`;
          },
        };
      },
    });
    const set = (to: string) => {
      state = to;
      tell();
    };
    const crashes = () => {
      channel.close();
      crash();
    };
    return { ...tabs, crashes, seen, performed, stop, set };
  }
  return { openTab };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('[R23] five tabs, one phone', () => {
  test('the first leads; the others see its state, and act through it', async () => {
    const { openTab } = browser();
    const tabs = ['a', 'b', 'c', 'd', 'e'].map(openTab);
    await settled();
    expect(tabs.map((tab) => tab.isLeading())).toEqual([true, false, false, false, false]);

    tabs[0]?.set('a call rings');
    await settled();
    expect(tabs.map((tab) => tab.seen.at(-1))).toEqual(Array(5).fill('a call rings'));

    await expect(tabs[3]?.act('answer')).resolves.toBe('a did answer');
    expect(tabs.map((tab) => tab.performed.length)).toEqual([1, 0, 0, 0, 0]);
  });

  test('when the leading tab closes, exactly one other takes over', async () => {
    const { openTab } = browser();
    const [a, b, c] = [openTab('a'), openTab('b'), openTab('c')];
    await settled();
    a.leave();
    await settled();
    expect(a.stop).toHaveBeenCalledOnce();
    expect(c.seen).toContain('nobody leads');
    expect([b.isLeading(), c.isLeading()]).toEqual([true, false]);
    expect(c.seen.at(-1)).toBe('b begins');
    await expect(c.act('dial')).resolves.toBe('b did dial');
  });

  test('when the leading tab crashes, whoever waits for it is told at once, and its calls are not taken for over', async () => {
    const { openTab } = browser();
    const [a, b, c] = [openTab('a'), openTab('b'), openTab('c')];
    await settled();
    a.set('a call is up');
    await settled();
    const asked = [b.act('hold'), c.act('hold')];
    a.crashes();
    expect(await Promise.all(asked)).toEqual(['nobody answers', 'nobody answers']);
    await settled();
    expect(b.seen.slice(-3)).toEqual(['a call is up', 'nobody leads', 'b begins']);
    expect(c.seen.slice(-3)).toEqual(['a call is up', 'nobody leads', 'b begins']);
  });

  test('a tab that comes late is told how things stand', async () => {
    const { openTab } = browser();
    const a = openTab('a');
    await settled();
    a.set('talking');
    const late = openTab('late');
    await settled();
    expect(late.seen).toEqual(['talking']);
  });

  test('one that waited and left never leads', async () => {
    const { openTab } = browser();
    const [a, b, c] = [openTab('a'), openTab('b'), openTab('c')];
    await settled();
    b.leave();
    a.leave();
    await settled();
    expect([b.isLeading(), c.isLeading()]).toEqual([false, true]);
    expect(b.stop).not.toHaveBeenCalled();
  });

  test('an act that no tab answers is refused after a while, not for ever pending', async () => {
    vi.useFakeTimers();
    const { openTab } = browser();
    const a = openTab('a');
    await vi.advanceTimersByTimeAsync(0);
    const b = openTab('b');
    a.leave();
    b.leave();
    const asked = b.act('answer');
    await vi.advanceTimersByTimeAsync(60_000);
    await expect(asked).resolves.toBe('nobody answers');
    vi.useRealTimers();
  });
});
