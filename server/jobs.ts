import { Logger, type LogLevel, run, type TaskList } from 'graphile-worker';
import { expireSessions } from '../lib/auth/expire-sessions.ts';
import { now } from '../lib/clock.ts';
import { env } from '../lib/env.ts';
import { expireRawEvents } from '../lib/intake/retention.ts';
import { sweepLostCalls } from '../lib/intake/sweep.ts';
import { log } from '../lib/log.ts';
import { dueTasks, MINUTE_MS, type Schedule } from './schedule.ts';

const CONCURRENT_JOBS = 2;
const POOL_CONNECTIONS = 4;

/** Every job by name. A job is repeated until it succeeds, so each must bear being run twice. */
const tasks = {
  sweepLostCalls: async () => void (await sweepLostCalls(now())),
  expireRawEvents: async () => expireRawEvents(now()),
  expireSessions: async () => expireSessions(now()),
} satisfies TaskList;

const schedule: Schedule<keyof typeof tasks> = {
  sweepLostCalls: 'everyMinute',
  expireRawEvents: 'everyHour',
  expireSessions: 'everyHour',
};

// A job that begins and ends well is nobody's news: the runner's own "info" is our "debug".
const LEVELS = { error: 'error', warning: 'warn', info: 'debug', debug: 'trace' } as const satisfies Record<
  `${LogLevel}`,
  string
>;
const logger = new Logger(() => (level, message) => log[LEVELS[level]](message));

/**
 * Runs the jobs in this process. The schedule is a timer of our own: the runner's stops for good at the first minute in which
 * the database does not answer. The job's key keeps a task from waiting twice, however many processes ask for it.
 */
export async function startJobs(): Promise<{ stop(): Promise<void> }> {
  const runner = await run({
    connectionString: env.databaseUrl,
    maxPoolSize: POOL_CONNECTIONS,
    concurrency: CONCURRENT_JOBS,
    noHandleSignals: true,
    logger,
    taskList: tasks,
    parsedCronItems: [],
  });
  runner.promise.catch((error) => log.error({ err: error }, 'The job runner ended'));

  const timer = setInterval(() => {
    for (const task of dueTasks(schedule, now())) {
      runner.addJob(task, {}, { jobKey: task }).catch((error) => log.warn({ err: error, task }, 'A job could not be scheduled'));
    }
  }, MINUTE_MS);

  return {
    stop: async () => {
      clearInterval(timer);
      await runner.stop().catch((error) => log.warn({ err: error }, 'The job runner had stopped before'));
    },
  };
}
