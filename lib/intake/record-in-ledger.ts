import type { PoolClient } from 'pg';
import { settleCallBacks } from '../call-backs/settle.ts';
import { turnsOfCalls } from '../call-backs/store.ts';
import type { CallBack, DialledCall } from '../call-backs/types.ts';
import type { Notices } from '../missed-calls/announce.ts';
import { type ChangedRow, openBook } from '../missed-calls/book.ts';
import { recordCalls, rowsThatCount, type SettledCall } from '../missed-calls/record-calls.ts';
import { lockCallers, turnOf } from '../missed-calls/row-store.ts';

export type LedgerOutcome = { missed: ChangedRow[]; notifies: Notices; callBacks: CallBack[] };

export const nothingMissed: LedgerOutcome = { missed: [], notifies: 'line', callBacks: [] };

/** What calls mean for the missed calls, in the transaction that stores them. All turns are taken at once, before any row is read. */
export async function recordInLedger(
  client: PoolClient,
  settled: SettledCall[],
  dialled: DialledCall[],
  now: Date,
): Promise<LedgerOutcome> {
  if (settled.length === 0 && dialled.length === 0) return nothingMissed;

  const counted = await rowsThatCount(client, settled);
  const callers = [...settled.flatMap(({ caller }) => caller.e164 ?? []), ...dialled.flatMap((call) => call.e164 ?? [])];
  const attempts = await turnsOfCalls(
    client,
    dialled.map((call) => call.callId),
  );
  await lockCallers(client, [...callers, ...attempts, ...counted.map(turnOf)]);

  const book = openBook();
  const notifies = await recordCalls(client, book, settled, counted, now);
  const callBacks = await settleCallBacks(client, book, dialled, now);
  return { missed: await book.close(client), notifies, callBacks };
}
