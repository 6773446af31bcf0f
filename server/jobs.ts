import { type JobHelpers, Logger, type LogLevel, run, type TaskList } from 'graphile-worker';
import { z } from 'zod';
import { expireSessions } from '../lib/auth/expire-sessions.ts';
import { expireCallBacks } from '../lib/call-backs/let-go.ts';
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
import { deliverMails } from '../lib/mail/deliver.ts';
import { expireMails } from '../lib/mail/expire.ts';
import { attachMails } from '../lib/mail/wake.ts';
import { anchorChains } from '../lib/missed-calls/anchors.ts';
import { retainMissedCalls } from '../lib/missed-calls/retention.ts';
import { attachTills } from '../lib/points-of-sale/wake-tills.ts';
import { deliverSms } from '../lib/sms/deliver.ts';
import { forgetSms } from '../lib/sms/forget.ts';
import { attachSms } from '../lib/sms/wake.ts';
import { compactTallies } from '../lib/statistics/compact.ts';
import { deliverMessages, pointsWithDueMessages } from '../lib/tills/deliver-messages.ts';
import { expireMessages } from '../lib/tills/expire-messages.ts';
import { dueTasks, MINUTE_MS, type Schedule } from './schedule.ts';

// A till that does not answer holds a job for ten seconds, waiting.
const CONCURRENT_JOBS = 6;
const POOL_CONNECTIONS = 8;
/** Higher is later: calls are swept before any till is told. */
const TILL_PRIORITY = 10;
/** After the tills: nobody's order waits for it. */
const MESSAGE_PRIORITY = 15;
/** Later than all: it takes minutes. */
const IMPORT_PRIORITY = 20;

// A run of minutes ends after its batch when the server stops, and goes on in the next process.
let stopping = new AbortController();

const ImportJob = z.object({ importId: z.uuid() });
const TillJob = z.object({ pointOfSaleId: z.uuid() });

/** Every job by name. A job is repeated until it succeeds, so each must bear being run twice. */
const tasks = {
  sweepLostCalls: async () => void (await sweepLostCalls(now())),
  expireCallBacks: async () => expireCallBacks(now()),
  retainMissedCalls: async () => retainMissedCalls(now(), stopping.signal),
  anchorLedgers: async () => void (await anchorChains(env.dataFolder, now())),
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
  sendSms: async (_, { addJob }) => {
    const again = await deliverSms({ now });
    if (again) await comeAgain(addJob, 'sendSms', again);
  },
  mailMissedCalls: async (_, { addJob }) => {
    const again = await deliverMails({ now });
    if (again) await comeAgain(addJob, 'mailMissedCalls', again);
  },
  forgetMessages: async () => {
    await forgetSms(now());
    await expireMails(now());
  },
} satisfies TaskList;

/** Under a key of its own: what is new in between does not put it off. */
function comeAgain(addJob: JobHelpers['addJob'], task: 'sendSms' | 'mailMissedCalls', runAt: Date) {
  return addJob(task, {}, { jobKey: `${task}:again`, runAt, priority: MESSAGE_PRIORITY });
}

/** What is to be told at once and what is tried again wait under keys of their own: neither puts the other off. */
function tellLater(addJob: JobHelpers['addJob'], pointOfSaleId: string, runAt?: Date) {
  const jobKey = `${runAt ? 'retell' : 'tell'}:${pointOfSaleId}`;
  return addJob('tellTill', { pointOfSaleId }, { jobKey, runAt, priority: TILL_PRIORITY });
}

const schedule: Schedule<Exclude<keyof typeof tasks, 'tellTill' | 'runImport'>> = {
  sweepLostCalls: 'everyMinute',
  expireCallBacks: 'everyMinute',
  retainMissedCalls: 'everyHour',
  anchorLedgers: 'everyHour',
  expireRawEvents: 'everyHour',
  expireSessions: 'everyHour',
  expireInquiryDrafts: 'everyHour',
  expireTillMessages: 'everyHour',
  sweepFiles: 'everyHour',
  compactTallies: 'everyHour',
  tellTills: 'everyMinute',
  runImports: 'everyMinute',
  sweepImports: 'everyHour',
  sendSms: 'everyMinute',
  mailMissedCalls: 'everyMinute',
  forgetMessages: 'everyHour',
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
  attachSms(() => runner.addJob('sendSms', {}, { jobKey: 'sendSms', priority: MESSAGE_PRIORITY }));
  attachMails(() => runner.addJob('mailMissedCalls', {}, { jobKey: 'mailMissedCalls', priority: MESSAGE_PRIORITY }));
  attachTills(() => runner.addJob('tellTills', {}, { jobKey: 'tellTills' }));

  // Not only at the next full round: what a server began with is kept from then on.
  await runner.addJob('anchorLedgers', {}, { jobKey: 'anchorLedgers' });

  const timer = setInterval(() => {
    for (const task of dueTasks(schedule, now())) {
      runner.addJob(task, {}, { jobKey: task }).catch((error) => log.warn({ err: error, task }, 'A job could not be scheduled'));
    }
  }, MINUTE_MS);

  return {
    stop: async () => {
      clearInterval(timer);
      attachTills(undefined);
      attachSms(undefined);
      attachMails(undefined);
      attachImports(undefined);
      stopping.abort();
      await runner.stop().catch((error) => log.warn({ err: error }, 'The job runner had stopped before'));
    },
  };
}
