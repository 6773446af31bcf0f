import { type JobHelpers, Logger, type LogLevel, run, type TaskList } from 'graphile-worker';
import { z } from 'zod';
import { expireSessions } from '../lib/auth/expire-sessions.ts';
import { now } from '../lib/clock.ts';
import { sweepImports } from '../lib/customer-import/import-store.ts';
import { importsToRun } from '../lib/customer-import/queries.ts';
import { runImport } from '../lib/customer-import/run-import.ts';
import { attachImports } from '../lib/customer-import/wake.ts';
import { env } from '../lib/env.ts';
import { sweepFiles } from '../lib/files/sweep.ts';
import { expireDrafts } from '../lib/inquiries/draft-store.ts';
import { expireRawEvents } from '../lib/intake/retention.ts';
import { sweepLostCalls } from '../lib/intake/sweep.ts';
import { log } from '../lib/log.ts';
import { attachTills } from '../lib/points-of-sale/wake-tills.ts';
import { compactTallies } from '../lib/statistics/compact.ts';
import { deliverMessages, pointsWithDueMessages } from '../lib/tills/deliver-messages.ts';
import { expireMessages } from '../lib/tills/expire-messages.ts';
import { dueTasks, MINUTE_MS, type Schedule } from './schedule.ts';

// A till that does not answer holds a job for ten seconds, waiting.
const CONCURRENT_JOBS = 6;
const POOL_CONNECTIONS = 8;
/** Higher is later: calls are swept before any till is told. */
const TILL_PRIORITY = 10;
/** Later than both: it takes minutes. */
const IMPORT_PRIORITY = 20;

// A run of minutes ends after its batch when the server stops, and goes on in the next process.
let stopping = new AbortController();

const ImportJob = z.object({ importId: z.uuid() });
const TillJob = z.object({ pointOfSaleId: z.uuid() });

/** Every job by name. A job is repeated until it succeeds, so each must bear being run twice. */
const tasks = {
  sweepLostCalls: async () => void (await sweepLostCalls(now())),
  expireRawEvents: async () => expireRawEvents(now()),
  expireSessions: async () => expireSessions(now()),
  expireInquiryDrafts: async () => expireDrafts(now()),
  expireTillMessages: async () => expireMessages(now()),
  sweepFiles: async () => sweepFiles(now()),
  compactTallies: async () => compactTallies(),
  tellTills: async (_, { addJob }) => {
    for (const pointOfSaleId of await pointsWithDueMessages(now())) await tellLater(addJob, pointOfSaleId);
  },
  tellTill: async (payload, { addJob }) => {
    const { pointOfSaleId } = TillJob.parse(payload);
    const again = await deliverMessages(pointOfSaleId, { now });
    if (again) await tellLater(addJob, pointOfSaleId, again);
  },
  sweepImports: async () => sweepImports(now()),
  // Each minute: what ran in a process that is gone goes on here. What still runs elsewhere is left alone.
  runImports: async (_, { addJob }) => {
    for (const importId of await importsToRun()) {
      await addJob('runImport', { importId }, { jobKey: `import:${importId}`, priority: IMPORT_PRIORITY });
    }
  },
  runImport: async (payload) => {
    const { importId } = ImportJob.parse(payload);
    await runImport(importId, { now, signal: stopping.signal });
  },
} satisfies TaskList;

/** What is to be told at once and what is tried again wait under keys of their own: neither puts the other off. */
function tellLater(addJob: JobHelpers['addJob'], pointOfSaleId: string, runAt?: Date) {
  const jobKey = `${runAt ? 'retell' : 'tell'}:${pointOfSaleId}`;
  return addJob('tellTill', { pointOfSaleId }, { jobKey, runAt, priority: TILL_PRIORITY });
}

const schedule: Schedule<Exclude<keyof typeof tasks, 'tellTill' | 'runImport'>> = {
  sweepLostCalls: 'everyMinute',
  expireRawEvents: 'everyHour',
  expireSessions: 'everyHour',
  expireInquiryDrafts: 'everyHour',
  expireTillMessages: 'everyHour',
  sweepFiles: 'everyHour',
  compactTallies: 'everyHour',
  tellTills: 'everyMinute',
  runImports: 'everyMinute',
  sweepImports: 'everyHour',
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

  stopping = new AbortController();
  attachImports(() => runner.addJob('runImports', {}, { jobKey: 'runImports' }));
  attachTills(() => runner.addJob('tellTills', {}, { jobKey: 'tellTills' }));

  const timer = setInterval(() => {
    for (const task of dueTasks(schedule, now())) {
      runner.addJob(task, {}, { jobKey: task }).catch((error) => log.warn({ err: error, task }, 'A job could not be scheduled'));
    }
  }, MINUTE_MS);

  return {
    stop: async () => {
      clearInterval(timer);
      attachTills(undefined);
      attachImports(undefined);
      stopping.abort();
      await runner.stop().catch((error) => log.warn({ err: error }, 'The job runner had stopped before'));
    },
  };
}
