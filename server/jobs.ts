import { Logger, run, type TaskList } from 'graphile-worker';
import { now } from '../lib/clock.ts';
import { env } from '../lib/env.ts';
import { expireRawEvents } from '../lib/intake/retention.ts';
import { sweepLostCalls } from '../lib/intake/sweep.ts';
import { log } from '../lib/log.ts';

const CONCURRENT_JOBS = 2;
const POOL_CONNECTIONS = 4;

/** Every job by name. A job is repeated until it succeeds, so each must bear being run twice. */
const tasks: TaskList = {
  sweepLostCalls: async () => void (await sweepLostCalls(now())),
  expireRawEvents: async () => expireRawEvents(now()),
};

// No backfill: after an outage one sweep does the work of all that were missed.
const schedule = `
* * * * * sweepLostCalls ?max=3
17 3 * * * expireRawEvents ?max=3
`;

// A job that begins and ends well is nobody's news: the runner's own "info" is our "debug".
const LEVELS = { error: 'error', warning: 'warn', info: 'debug', debug: 'trace' } as const;
const logger = new Logger(() => (level, message) => log[LEVELS[level]](message));

/** Runs the jobs in this process; in a cluster each job still runs once. */
export async function startJobs(): Promise<{ stop(): Promise<void> }> {
  const runner = await run({
    connectionString: env.databaseUrl,
    maxPoolSize: POOL_CONNECTIONS,
    concurrency: CONCURRENT_JOBS,
    noHandleSignals: true,
    logger,
    taskList: tasks,
    crontab: schedule,
  });
  return { stop: () => runner.stop() };
}
