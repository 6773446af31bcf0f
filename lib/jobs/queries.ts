import { db, pool } from '../db/client.ts';
import { mailCauseOf } from '../mail/causes.ts';
import { smsCauseOf } from '../sms/causes.ts';
import { firstLine, jobState } from './job-state.ts';
import type { GivenUp, JobList } from './types.ts';

const JOBS_SHOWN = 100;
const MESSAGES_SHOWN = 50;
const SHOWN_FOR_DAYS = 30;

// The runner's own view: its tables are private to it. What went wrong comes first.
const JOBS = `
  select id::text, task_identifier as kind, attempts, max_attempts as "maxAttempts", run_at as "runAt", last_error as "lastError",
         locked_at is not null as "isLocked"
    from graphile_worker.jobs
   order by (attempts >= max_attempts and locked_at is null) desc, (last_error is not null) desc, run_at, id limit ${JOBS_SHOWN + 1}`;

type RunnersRow = {
  id: string;
  kind: string;
  attempts: number;
  maxAttempts: number;
  runAt: Date;
  lastError: string | null;
  isLocked: boolean;
};

/** What waits, runs and failed. What is done is gone. */
export async function listJobs(): Promise<JobList> {
  if (!(await hasRunner())) return { rows: [], hasMore: false };
  const { rows } = await pool().query<RunnersRow>(JOBS);
  const shown = rows.slice(0, JOBS_SHOWN).map(({ isLocked, lastError, runAt, ...job }) => ({
    ...job,
    state: jobState({ ...job, isLocked, lastError }),
    runAt: runAt.toISOString(),
    lastError: firstLine(lastError),
  }));
  return { rows: shown, hasMore: rows.length > JOBS_SHOWN };
}

/** Lets a failed job run now, with all its attempts before it. False where it is gone, or has begun meanwhile. */
export async function retryJob(id: string): Promise<boolean> {
  if (!(await hasRunner())) return false;
  const { rowCount } = await pool().query(
    'select 1 from graphile_worker.reschedule_jobs(array[$1::bigint], now(), attempts := 0)',
    [id],
  );
  return (rowCount ?? 0) > 0;
}

/** The runner makes its tables when it first starts. */
async function hasRunner(): Promise<boolean> {
  const { rows } = await pool().query<{ is: boolean }>("select to_regclass('graphile_worker.jobs') is not null as is");
  return rows[0]?.is ?? false;
}

/** Messages that were given up lately, the latest first. */
export async function listGivenUp(now: Date): Promise<GivenUp[]> {
  const since = new Date(now.getTime() - SHOWN_FOR_DAYS * 24 * 3_600_000);
  const where = { state: 'failed' as const, settledAt: { gt: since } };
  const [sms, mails] = await Promise.all([
    db.smsMessage.findMany({
      where,
      select: {
        id: true,
        settledAt: true,
        queuedAt: true,
        cause: true,
        text: true,
        by: { select: { name: true } },
        missedCall: { select: { callerDisplay: true } },
      },
      orderBy: [{ settledAt: 'desc' }, { id: 'desc' }],
      take: MESSAGES_SHOWN,
    }),
    db.missedCallMail.findMany({
      where,
      select: {
        id: true,
        settledAt: true,
        queuedAt: true,
        cause: true,
        user: { select: { name: true } },
        chain: { select: { line: { select: { name: true } } } },
      },
      orderBy: [{ settledAt: 'desc' }, { id: 'desc' }],
      take: MESSAGES_SHOWN,
    }),
  ]);
  const all: GivenUp[] = [
    ...sms.map(({ id, settledAt, queuedAt, cause, text, by, missedCall }) => ({
      kind: 'sms' as const,
      id,
      at: (settledAt ?? queuedAt).toISOString(),
      by: by.name,
      to: missedCall.callerDisplay,
      cause: smsCauseOf(cause),
      mayRetry: text !== '',
    })),
    ...mails.map(({ id, settledAt, queuedAt, cause, user, chain }) => ({
      kind: 'mail' as const,
      id,
      at: (settledAt ?? queuedAt).toISOString(),
      to: user.name,
      line: chain.line?.name ?? null,
      cause: mailCauseOf(cause),
      mayRetry: true as const,
    })),
  ];
  return all.toSorted((a, b) => (a.at < b.at ? 1 : -1)).slice(0, MESSAGES_SHOWN);
}
