import type { PoolClient } from 'pg';
import { listFields } from '../customer-fields/queries.ts';
import { pool } from '../db/client.ts';
import { log } from '../log.ts';
import { organisation } from '../organisation/queries.ts';
import { numberCountry } from '../pbx/number-country.ts';
import { wallClock } from '../wall-clock.ts';
import { finishImport, startRunning } from './import-store.ts';
import { BATCH_LINES, MAX_IMPORT_LINES } from './limits.ts';
import { readRecords } from './read-file.ts';
import { type LineReading, readLine } from './read-line.ts';
import { storeBatch } from './store-batch.ts';
import type { ReadLine } from './types.ts';

const TAKE = `select pg_try_advisory_lock(hashtext('customer-import'), hashtext($1)) as taken`;
const GIVE_BACK = `select pg_advisory_unlock(hashtext('customer-import'), hashtext($1))`;
/** Two who wait for each other's rows, or a database that restarts: the batch is tried again. */
const RETRIED = new Set(['40P01', '40001', '55P03']);
const ATTEMPTS = 4;
/** SQLSTATE classes of what is wrong with the lines themselves (PostgreSQL, appendix A): no later try would store them. */
const OF_THE_LINES = ['22', '23'];

export type RunOptions = { now: () => Date; signal?: AbortSignal; batchLines?: number };

/**
 * Imports a file from where it is, until it is done, stopped, or the process is asked to end: then another run goes on exactly there.
 * One run of several at once does the work; the others leave.
 */
export async function runImport(importId: string, options: RunOptions): Promise<void> {
  // The lock and the batches are on one connection: when it breaks, the lock is free and nothing half-done is left.
  const client = await pool().connect();
  const noticeLoss = () => undefined;
  client.on('error', noticeLoss);
  let isBroken = true;
  try {
    const { rows } = await client.query<{ taken: boolean }>(TAKE, [importId]);
    if (rows[0]?.taken) {
      await runToAnEnd(client, importId, options);
      await client.query(GIVE_BACK, [importId]);
    }
    isBroken = false;
  } finally {
    client.off('error', noticeLoss);
    // A connection that may hold the lock or a transaction still is closed, which gives both back.
    client.release(isBroken);
  }
}

async function runAlone(
  client: PoolClient,
  importId: string,
  { now, signal, batchLines = BATCH_LINES }: RunOptions,
): Promise<void> {
  const begun = await startRunning(importId, now());
  if (!begun) return;
  if (begun.kind === 'unreadable') return finishImport(importId, 'failed', now(), begun.problem);

  const { file, settings } = begun;
  const { timeZone } = await organisation();
  const reading: LineReading = {
    columns: settings.columns,
    own: await listFields(),
    country: await numberCountry(),
    today: wallClock(now(), timeZone).day,
  };
  let doneLines = begun.doneLines;
  let toSkip = doneLines + (settings.hasHeader ? 1 : 0);
  let batch: ReadLine[] = [];

  /** Whether the import goes on. */
  const store = async () => {
    const isStored = await storeInTransaction(client, { importId, doneLines, lines: batch, known: settings.known, now: now() });
    doneLines += batch.length;
    batch = [];
    return isStored && !signal?.aborted;
  };

  for await (const record of readRecords(file, settings)) {
    if (toSkip > 0) {
      toSkip -= 1;
      continue;
    }
    batch.push(readLine(record, reading));
    if (doneLines + batch.length > MAX_IMPORT_LINES) return finishImport(importId, 'failed', now(), 'tooManyLines');
    if (batch.length >= batchLines && !(await store())) return;
  }
  if (batch.length > 0 && !(await store())) return;
  await finishImport(importId, 'done', now());
}

/** A bar that stands still for ever tells nobody anything: what no later try would store ends the import, and says so. */
async function runToAnEnd(client: PoolClient, importId: string, options: RunOptions): Promise<void> {
  try {
    await runAlone(client, importId, options);
  } catch (error) {
    if (!OF_THE_LINES.includes(sqlStateOf(error).slice(0, 2))) throw error;
    log.error({ err: error, importId }, 'Lines of an import could not be stored.');
    await finishImport(importId, 'failed', options.now(), 'linesNotStored');
  }
}

async function storeInTransaction(client: PoolClient, batch: Parameters<typeof storeBatch>[1]): Promise<boolean> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.query('begin');
      const isStored = await storeBatch(client, batch);
      await client.query(isStored ? 'commit' : 'rollback');
      return isStored;
    } catch (error) {
      await client.query('rollback');
      if (attempt === ATTEMPTS || !isRetried(error)) throw error;
      log.info({ importId: batch.importId, attempt }, 'A batch of an import is tried again');
    }
  }
}

function isRetried(error: unknown): boolean {
  return RETRIED.has(sqlStateOf(error));
}

function sqlStateOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
