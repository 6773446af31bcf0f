import { setTimeout as wait } from 'node:timers/promises';
import { backOffMs } from '../back-off.ts';
import { databaseAnswers } from '../db/health.ts';
import { recordEvents } from '../intake/record-event.ts';
import { log } from '../log.ts';
import type { Outside } from '../outgoing/outside.ts';
import { runLink } from './link.ts';
import { saveLinkState } from './link-state.ts';
import { createPostQueue } from './post-queue.ts';
import { AmiFailure, type PbxProblem } from './problems.ts';
import type { AsteriskServer } from './servers.ts';

export type KeepDependencies = {
  now: () => Date;
  random: () => number;
  outside?: Outside;
  checkEveryMs?: number;
  /** How much is kept while the database is away. */
  queueLimit?: number;
};

/** What was heard is recorded before the process ends, unless the database is away. */
const LAST_POSTS_MS = 3_000;

/** Stays connected to an Asterisk until stopped: comes back after each loss, and keeps what was heard while the database is away. */
export function keepLinked(server: AsteriskServer, dependencies: KeepDependencies): { stop: () => Promise<void> } {
  const { now, random, queueLimit, ...rest } = dependencies;
  const { source } = server;
  const stopping = new AbortController();
  let failures = 0;

  const queue = createPostQueue({
    limit: queueLimit,
    record: ({ webhookId, events }) => recordEvents(source, webhookId, events),
    isDatabaseAway: async () => !(await databaseAnswers()),
    onGivenUp: ({ webhookId }, error) =>
      log.error({ err: error, source: source.slug, webhookId }, 'An event of Asterisk was refused'),
  });

  function onUp(): void {
    failures = 0;
    void saveLinkState(source.id, { state: 'up', problem: null }, now());
  }

  async function linkOnce(): Promise<PbxProblem | null> {
    try {
      return await runLink(server, { ...rest, queue, now, onUp, signal: stopping.signal });
    } catch (error) {
      if (error instanceof AmiFailure) return error.problem;
      log.error({ err: error, source: source.slug }, 'The link to an Asterisk failed');
      return 'lost';
    }
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      const problem = await linkOnce();
      if (stopping.signal.aborted || !problem) return;
      failures += 1;
      await saveLinkState(source.id, { state: 'down', problem }, now());
      await wait(backOffMs(failures, random()), undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  }

  const running = run();
  return {
    stop: async () => {
      stopping.abort();
      await running;
      await Promise.race([queue.empty(), wait(LAST_POSTS_MS, undefined, { ref: false })]);
      queue.stop();
      await saveLinkState(source.id, { state: 'unknown', problem: null }, now());
    },
  };
}
