import type { PoolClient } from 'pg';
import { pool } from '../db/client.ts';
import { inTransaction } from '../db/transaction.ts';
import { type Book, type ChangedRow, openBook } from '../missed-calls/book.ts';
import { findRows, lockCallers, turnOf } from '../missed-calls/row-store.ts';
import { DIAL_WITHIN_MS } from './outcome.ts';
import { findCallBack, saveCallBack } from './store.ts';
import type { CallBack } from './types.ts';

/** An attempt without a call is over: its phone never dialled, or not within its time. */
export async function endUndialled(client: PoolClient, book: Book, callBack: CallBack, now: Date) {
  for (const row of await findRows(client, callBack.missedCallIds)) {
    book.read(row);
    book.tell(row.id, { type: 'call_not_reached', at: now, attemptId: callBack.id, cause: 'not_dialled' });
  }
  const ended: CallBack = { ...callBack, outcome: 'not_reached', endedAt: now, leasedUntil: null };
  await saveCallBack(client, ended);
  return ended;
}

/** Null where it is over already, or has become a call, which ends it. */
export function endIfUndialled(id: string, now: Date): Promise<{ ended: CallBack; changed: ChangedRow[] } | null> {
  return inTransaction(async (client) => {
    const seen = await findCallBack(client, id);
    const rows = seen ? await findRows(client, seen.missedCallIds) : [];
    await lockCallers(client, [...(seen?.callerE164 ? [seen.callerE164] : []), ...rows.map(turnOf)]);
    const callBack = await findCallBack(client, id);
    if (!callBack || callBack.endedAt || callBack.callId) return null;

    const book = openBook();
    const ended = await endUndialled(client, book, callBack, now);
    return { ended, changed: await book.close(client) };
  });
}

const WAITING_TOO_LONG =
  'select id from "CallBack" where "endedAt" is null and "callId" is null and "startedAt" < $1 order by "startedAt" limit 500';

/** Attempts whose phone has had its time to dial. */
export async function undialledCallBacks(now: Date): Promise<string[]> {
  const { rows } = await pool().query<{ id: string }>(WAITING_TOO_LONG, [new Date(now.getTime() - DIAL_WITHIN_MS)]);
  return rows.map((row) => row.id);
}
