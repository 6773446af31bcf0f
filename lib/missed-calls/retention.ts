import type { PoolClient } from 'pg';
import { pool } from '../db/client.ts';
import { inTransaction } from '../db/transaction.ts';
import { announceMissedCalls } from './announce.ts';
import { type ChangedRow, openBook } from './book.ts';
import { findRows, lockCallers, type StoredRow, turnOf } from './row-store.ts';
import { readMissedCallSettings } from './settings.ts';
import type { LedgerEvent } from './types.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const ROWS_A_BATCH = 100;

/** A restored row begins to stand on the list anew: it is not taken off again within the hour. */
const OVERSTAYED = `
  select id from "MissedCall" where state = 'listed' and "lastMissedAt" < $1 and ("restoredAt" is null or "restoredAt" < $1)
   order by "lastMissedAt", id limit ${ROWS_A_BATCH}`;
const HIDDEN_LONG = `
  select id from "MissedCall" where state = 'hidden' and "removedAt" < $1 order by "removedAt", id limit ${ROWS_A_BATCH}`;

/**
 * Takes rows off the list that stood there for too long (S2.22), and forgets whose the hidden ones were once nobody can restore them
 * any more (S2.20). In batches, each in a transaction of its own: where it is interrupted, by a server that stops or is killed, the next run goes on.
 */
export async function retainMissedCalls(now: Date, signal?: AbortSignal): Promise<void> {
  const { retentionDays, deleteAfterDays } = await readMissedCallSettings();
  if (retentionDays !== null) {
    await changeAll(
      OVERSTAYED,
      daysBefore(now, retentionDays),
      { type: 'removed', at: now, reason: 'retention', byId: null },
      signal,
    );
  }
  if (deleteAfterDays === null) return;
  await changeAll(HIDDEN_LONG, daysBefore(now, deleteAfterDays), { type: 'deleted', at: now }, signal);
  await forgetWithdrawn(daysBefore(now, deleteAfterDays), signal);
}

const WITHDRAWN_LONG = `
  select id from "MissedCall" where state = 'withdrawn' and "callerDisplay" <> '' and "lastMissedAt" < $1
   order by "lastMissedAt", id limit ${ROWS_A_BATCH}`;

/** What was no miss after all is on no list: nobody could hide it, and whose it was is forgotten in the same time. */
async function forgetWithdrawn(before: Date, signal?: AbortSignal): Promise<void> {
  while (!signal?.aborted) {
    const { rows } = await pool().query<{ id: string }>(WITHDRAWN_LONG, [before]);
    const ids = rows.map((row) => row.id);
    await inTransaction(async (client) => {
      await lockCallers(client, (await findRows(client, ids)).map(turnOf));
      await forget(client, ids);
    });
    if (rows.length < ROWS_A_BATCH) return;
  }
}

type ByTime = Extract<LedgerEvent, { type: 'removed' } | { type: 'deleted' }>;

async function changeAll(due: string, before: Date, event: ByTime, signal?: AbortSignal): Promise<void> {
  while (!signal?.aborted) {
    const { rows } = await pool().query<{ id: string }>(due, [before]);
    const changed = await changeDue(
      rows.map((row) => row.id),
      before,
      event,
    );
    announceMissedCalls(changed);
    // Where another process takes the same ones, there may be nothing left of a batch.
    if (rows.length < ROWS_A_BATCH || changed.length === 0) return;
  }
}

function changeDue(ids: string[], before: Date, event: ByTime): Promise<ChangedRow[]> {
  return inTransaction(async (client) => {
    await lockCallers(client, (await findRows(client, ids)).map(turnOf));
    const book = openBook();
    // Read anew: a caller may have been missed again, or a row restored, while its turn was waited for.
    for (const row of await findRows(client, ids)) {
      if (!isDue(row, before, event)) continue;
      book.read(row);
      book.tell(row.id, event);
    }
    const changed = await book.close(client);
    if (event.type === 'deleted')
      await forget(
        client,
        changed.map(({ row }) => row.id),
      );
    return changed;
  });
}

function isDue({ state, lastMissedAt, restoredAt, removedAt }: StoredRow, before: Date, { type }: ByTime): boolean {
  if (type === 'deleted') return state === 'hidden' && removedAt !== null && removedAt < before;
  return state === 'listed' && lastMissedAt < before && (restoredAt === null || restoredAt < before);
}

const FORGET = [
  `delete from "LedgerPrivate" p using "LedgerEvent" e
    where e."missedCallId" = any($1::uuid[]) and p."chainId" = e."chainId" and p.seq = e.seq`,
  `update "MissedCall" set "callerE164" = null, "callerDisplay" = '', "callerName" = '' where id = any($1::uuid[])`,
  `update "CallBack" set "callerE164" = null where "missedCallIds" && $1::uuid[] and "endedAt" is not null`,
];

/** What says whose a row was. What was done about it stays, and counts. */
async function forget(client: PoolClient, ids: string[]): Promise<void> {
  for (const statement of FORGET) await client.query(statement, [ids]);
}

function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * DAY_MS);
}
