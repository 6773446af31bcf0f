import { type KeepDependencies, keepLinked } from '../lib/asterisk/keep-linked.ts';
import { saveLinkState } from '../lib/asterisk/link-state.ts';
import { listServers, type StoredServer } from '../lib/asterisk/servers.ts';
import { createSessionLocks } from '../lib/db/session-locks.ts';
import { log } from '../lib/log.ts';

/** How soon a changed setting counts, and how soon another process takes over from one that died. */
const LOOK_EVERY_MS = 2_000;

export type BridgeDependencies = KeepDependencies & { lookEveryMs?: number };

type Running = { fingerprint: string; stop: () => Promise<void> };

/**
 * Keeps this installation connected to every Asterisk it has, each by one process of all that run. Follows the settings: one that
 * is added, changed or taken away counts within seconds.
 */
export function startAsteriskBridge(dependencies: BridgeDependencies): { stop: () => Promise<void> } {
  const locks = createSessionLocks('offhook/asterisk');
  const running = new Map<string, Running>();
  let isStopped = false;
  let isBlind = false;

  async function end(id: string): Promise<void> {
    const link = running.get(id);
    running.delete(id);
    await link?.stop();
  }

  async function follow(stored: StoredServer): Promise<void> {
    const { id } = stored.source;
    const fingerprint = JSON.stringify([stored.version, stored.source]);
    const current = running.get(id);
    if (!(await locks.take(id))) return end(id);
    if (isStopped || current?.fingerprint === fingerprint) return;

    await end(id);
    running.set(id, { fingerprint, ...start(stored) });
  }

  function start(stored: StoredServer): { stop: () => Promise<void> } {
    if ('server' in stored) return keepLinked(stored.server, dependencies);
    void saveLinkState(stored.source.id, { state: 'down', problem: stored.problem }, dependencies.now());
    return { stop: async () => undefined };
  }

  async function look(): Promise<void> {
    const servers = await listServers();
    const ids = new Set(servers.map(({ source }) => source.id));
    for (const id of [...running.keys()].filter((each) => !ids.has(each))) {
      await end(id);
      await locks.release(id);
    }
    for (const server of servers) await follow(server);
  }

  /** While the database is away, what runs runs on: nobody else can take it over either. Said once, not every two seconds. */
  async function lookSafely(): Promise<void> {
    try {
      await look();
      isBlind = false;
    } catch (error) {
      if (!isBlind) log.warn({ err: error }, 'The settings of the Asterisk bridge could not be read');
      isBlind = true;
    }
  }

  let isLooking = false;
  let looking = Promise.resolve();
  function lookAgain(): void {
    if (isLooking) return;
    isLooking = true;
    looking = lookSafely().finally(() => {
      isLooking = false;
    });
  }
  lookAgain();
  const timer = setInterval(lookAgain, dependencies.lookEveryMs ?? LOOK_EVERY_MS);

  return {
    stop: async () => {
      isStopped = true;
      clearInterval(timer);
      await looking;
      await Promise.all([...running.keys()].map(end));
      await locks.close();
    },
  };
}
