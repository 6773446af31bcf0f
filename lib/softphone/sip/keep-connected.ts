import { backOffMs } from '../../back-off.ts';

//  trying ──done──> up ──lost, or a check gets no answer──> waiting ──> trying
//     └─────────failed──────────────────────────────────────┘

export type Connecting = {
  /** Connects and registers; rejects when it cannot. */
  connect: () => Promise<void>;
  /** Whether the other end still answers. A half-open connection tells nothing by itself (R24). */
  check: () => Promise<boolean>;
  /** After a rejection: whether trying again soon makes sense. */
  isHopeless: () => boolean;
  onUp: (how: Up) => void;
};

/** `again`: another connection than before. `still`: the one there was, looked at because of a nudge. */
export type Up = 'first' | 'again' | 'still';

const CHECK_EVERY_MS = 20_000;
const HOPELESS_RETRY_MS = 60_000;

/** Keeps a phone registered: connects, looks again and again whether the other end answers, and comes back with a back-off. */
export function keepConnected({ connect, check, isHopeless, onUp }: Connecting, random: () => number = Math.random) {
  let failures = 0;
  let wasUp = false;
  let isUp = false;
  let isBusy = false;
  let isNudged = false;
  let isStopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function plan(work: () => Promise<void>, afterMs: number) {
    clearTimeout(timer);
    if (!isStopped) timer = setTimeout(() => void alone(work), afterMs);
  }

  // Timers, the network's news and the phone's own all come here: one attempt at a time.
  async function alone(work: () => Promise<void>) {
    if (isBusy || isStopped) return;
    isBusy = true;
    clearTimeout(timer);
    try {
      await work();
    } finally {
      isBusy = false;
    }
    // What was under way began before the news.
    if (isNudged) lookAtOnce();
  }

  function lookAtOnce() {
    // A PBX counts the logins it refuses, and shuts out a whole office that sends too many.
    if (!isUp && isHopeless()) return;
    void alone(isUp ? look : tryToConnect);
  }

  async function tryToConnect() {
    isNudged = false;
    if (isStopped) return;
    try {
      await connect();
    } catch {
      failures += 1;
      return plan(tryToConnect, isHopeless() ? HOPELESS_RETRY_MS : backOffMs(failures, random()));
    }
    if (isStopped) return;
    failures = 0;
    isUp = true;
    onUp(wasUp ? 'again' : 'first');
    wasUp = true;
    plan(look, CHECK_EVERY_MS);
  }

  async function look() {
    const isAsked = isNudged;
    isNudged = false;
    if ((await check()) && isUp) {
      if (isAsked) onUp('still');
      return plan(look, CHECK_EVERY_MS);
    }
    isUp = false;
    await tryToConnect();
  }

  void alone(tryToConnect);

  return {
    /** The connection is known to be gone. */
    lost() {
      if (!isUp) return;
      isUp = false;
      plan(tryToConnect, backOffMs(failures, random()));
    },
    /** The network changed or the computer woke up: look at once instead of at the next turn, and tell what was found. */
    nudge() {
      failures = 0;
      isNudged = true;
      lookAtOnce();
    },
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
