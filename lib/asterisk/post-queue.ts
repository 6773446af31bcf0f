import { setTimeout as wait } from 'node:timers/promises';
import type { PbxEvent } from '../pbx/envelope.ts';

/** What one event of Asterisk says about one call, or about a device. */
export type Post = {
  /** Posts of one key are recorded one after the other, in order. */
  key: string;
  /** The same whenever the same thing is told, whoever tells it. */
  webhookId: string;
  events: PbxEvent[];
};

type Dependencies = {
  record: (post: Post) => Promise<unknown>;
  /** Whether a failure is the database's. A post that fails by itself is given up, or it would hold up its call for ever. */
  isDatabaseAway: () => Promise<boolean>;
  onGivenUp: (post: Post, error: unknown) => void;
  limit?: number;
  retryMs?: { first: number; longest: number };
};

const LIMIT = 20_000;
const RETRY_MS = { first: 100, longest: 2_000 };
/** Each takes a connection to the database while it is recorded; others need some too. */
const CALLS_AT_ONCE = 5;
const TRIES_OF_ITS_OWN = 3;

/**
 * Keeps what is to be recorded while the database is slow or away. In order for each call; calls do not wait for each other.
 * Past its limit it takes no more until it is empty: what was lost by then has to be asked for anew.
 */
export function createPostQueue({ record, isDatabaseAway, onGivenUp, limit = LIMIT, retryMs = RETRY_MS }: Dependencies) {
  const byKey = new Map<string, Post[]>();
  const ready: string[] = [];
  let size = 0;
  let running = 0;
  let hasOverflowed = false;
  let isStopped = false;
  let whenEmpty: (() => void)[] = [];

  async function insist(post: Post): Promise<void> {
    let delay = retryMs.first;
    for (let own = 0; !isStopped; ) {
      try {
        await record(post);
        return;
      } catch (error) {
        own = (await isDatabaseAway()) ? 0 : own + 1;
        if (own >= TRIES_OF_ITS_OWN) return onGivenUp(post, error);
        await wait(delay, undefined, { ref: false });
        delay = Math.min(delay * 2, retryMs.longest);
      }
    }
  }

  async function runKey(key: string): Promise<void> {
    const [post] = byKey.get(key) ?? [];
    if (post) await insist(post);
    const rest = (byKey.get(key) ?? []).slice(1);
    size -= 1;
    running -= 1;
    if (rest.length > 0) {
      byKey.set(key, rest);
      // Behind the others: a call that talks much does not hold up those that talk little.
      ready.push(key);
    } else byKey.delete(key);

    if (size === 0) for (const tell of whenEmpty.splice(0)) tell();
    startMore();
  }

  function startMore(): void {
    while (running < CALLS_AT_ONCE && !isStopped) {
      const key = ready.shift();
      if (key === undefined) return;
      running += 1;
      void runKey(key);
    }
  }

  return {
    /** False when the post was not taken. */
    push: (post: Post): boolean => {
      hasOverflowed = size > 0 && (hasOverflowed || size >= limit);
      if (hasOverflowed) return false;

      size += 1;
      const same = byKey.get(post.key);
      if (same) same.push(post);
      else {
        byKey.set(post.key, [post]);
        ready.push(post.key);
      }
      startMore();
      return true;
    },
    size: () => size,
    /** Resolves when everything taken so far, and meanwhile, is recorded. */
    empty: (): Promise<void> => (size === 0 ? Promise.resolve() : new Promise((resolve) => whenEmpty.push(resolve))),
    /** Tries nothing again. */
    stop: (): void => {
      isStopped = true;
      const all = whenEmpty;
      whenEmpty = [];
      for (const tell of all) tell();
    },
  };
}

export type PostQueue = ReturnType<typeof createPostQueue>;
