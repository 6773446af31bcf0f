import type { PoolClient } from 'pg';
import { inTransaction } from '../db/transaction.ts';
import { type Book, type ChangedRow, openBook } from '../missed-calls/book.ts';
import { findRow, listedRowsOf, lockCallers, type StoredRow, turnOf } from '../missed-calls/row-store.ts';
import { isVisible, type MissedCallViewer } from '../missed-calls/visible.ts';
import { endUndialled } from './end-undialled.ts';
import { isLeased, LEASE_MS } from './outcome.ts';
import { beginCallBack, findCallBack, openCallBacksOf } from './store.ts';
import type { CallBack } from './types.ts';

/** `id` is made by whoever asks: asked twice, it is one attempt. */
export type Asked = { id: string; missedCallId: string; user: { id: string; name: string } };

export type Taken =
  | { kind: 'taken'; callBack: CallBack; number: string; changed: ChangedRow[] }
  | { kind: 'notFound' }
  /** A withheld or erased number, or a row that is a miss no more. */
  | { kind: 'impossible' }
  /** An attempt of this id is over, or was of another row or user: whoever asks makes another. */
  | { kind: 'used' }
  | { kind: 'held'; byName: string; isOwn: boolean };

/** Begins an attempt and takes the caller for it: of two who ask in the same instant one gets them, on whichever rows they ask. */
export function takeCallBack(asked: Asked, viewer: MissedCallViewer, now: Date): Promise<Taken> {
  return inTransaction(async (client): Promise<Taken> => {
    const seen = await findRow(client, asked.missedCallId);
    if (!seen || !isVisible(seen, viewer)) return { kind: 'notFound' };
    await lockCallers(client, [turnOf(seen)]);
    const row = await findRow(client, asked.missedCallId);
    const number = row?.caller.e164;
    if (!row || !number || (row.state !== 'listed' && row.state !== 'hidden')) return { kind: 'impossible' };

    const before = await findCallBack(client, asked.id);
    if (before) return isRepeat(before, asked) ? { kind: 'taken', callBack: before, number, changed: [] } : { kind: 'used' };

    const book = openBook();
    const held = await makeWay(client, book, number, asked.user.id, now);
    if (held) return { kind: 'held', byName: held.byName, isOwn: held.byId === asked.user.id };
    const callBack = await begin(client, book, asked, row, number, now);
    return { kind: 'taken', callBack, number, changed: await book.close(client) };
  });
}

/** Asked again after an answer that got lost: nobody else has the caller meanwhile. */
function isRepeat({ byId, endedAt, missedCallIds }: CallBack, { missedCallId, user }: Asked): boolean {
  return byId === user.id && endedAt === null && missedCallIds.includes(missedCallId);
}

async function begin(
  client: PoolClient,
  book: Book,
  { id, user }: Asked,
  row: StoredRow,
  number: string,
  now: Date,
): Promise<CallBack> {
  for (const each of [row, ...(await listedRowsOf(client, number))]) book.read(each);
  const missedCallIds = [...new Set([row.id, ...book.listedOf(number).map((each) => each.id)])];
  const callBack: CallBack = {
    id,
    callerE164: number,
    byId: user.id,
    byName: user.name,
    startedAt: now,
    missedCallIds,
    callId: null,
    answeredAt: null,
    outcome: null,
    endedAt: null,
    leasedUntil: new Date(now.getTime() + LEASE_MS),
  };
  await beginCallBack(client, callBack);
  for (const each of missedCallIds) book.tell(each, { type: 'call_started', at: now, attemptId: id, byId: user.id });
  return callBack;
}

/** Whoever holds the caller; null once nobody does. One's own attempt that never became a call gives way to the next. */
async function makeWay(client: PoolClient, book: Book, number: string, userId: string, now: Date): Promise<CallBack | null> {
  for (const open of await openCallBacksOf(client, number)) {
    const isUndialled = open.callId === null && (open.byId === userId || !isLeased(open, now));
    if (isUndialled) await endUndialled(client, book, open, now);
    else if (isLeased(open, now)) return open;
  }
  return null;
}
