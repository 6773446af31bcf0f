import { randomUUID } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { Book } from './book.ts';
import { chainFor } from './chains.ts';
import { rowsMissedBefore } from './dealt-with.ts';
import { type MissPolicy, readMissPolicy } from './miss-policy.ts';
import { type Caller, findRow, lastHiddenOf, listedRowsOf } from './row-store.ts';
import type { MissesLeft } from './types.ts';
import { whoDealsWith } from './who-deals.ts';

/** A call from outside that ended unanswered, or was answered, since it was last heard of. */
export type SettledCall = {
  callId: string;
  connectionId: string;
  lineId: string | null;
  caller: Caller;
  isMissed: boolean;
  /** It was counted as a miss before it was known whose, on which line, or when. */
  isRetold: boolean;
  startedAt: Date;
  /** When an operator answered. */
  answeredAt: Date | null;
  waitSeconds: number;
};

/** The turns that `recordCalls` waits for, and the rows that count these calls as misses. Nobody else changes that while the calls are held. */
export async function rowsThatCount(client: PoolClient, calls: SettledCall[]): Promise<CountingRow[]> {
  if (calls.length === 0) return [];
  const text = `
    select c.id as "callId", m.id, jsonb_build_object('e164', m."callerE164") as caller
      from "Call" c join "MissedCall" m on m.id = c."missedCallId" where c.id = any($1)`;
  const values = [calls.map((call) => call.callId)];
  const { rows } = await client.query<CountingRow>({ name: 'missed-counted', text, values });
  return rows;
}
export type CountingRow = { callId: string; id: string; caller: { e164: string | null } };

/**
 * What calls mean for the missed calls (S2.12, S2.14, S2.17), in the transaction that stores them; whoever calls holds the turns of
 * their callers. Heard of again, a call changes nothing; heard of late, it means what it would have meant in time. Answers who is to
 * be told of a new miss.
 */
export async function recordCalls(
  client: PoolClient,
  book: Book,
  calls: SettledCall[],
  counted: CountingRow[],
  now: Date,
): Promise<MissPolicy['notifies']> {
  const policy = calls.some((call) => call.isMissed) ? await readMissPolicy(client) : null;
  const chains = await chainsOf(
    client,
    calls.filter((call) => policy?.feeds(call.lineId)),
  );
  for (const { caller } of calls) {
    if (caller.e164) for (const row of await listedRowsOf(client, caller.e164)) book.read(row);
  }
  for (const call of [...calls].sort((a, b) => a.startedAt.getTime() - b.startedAt.getTime())) {
    const countedIn = counted.find((row) => row.callId === call.callId)?.id ?? null;
    if (countedIn && (!call.isMissed || call.isRetold)) await withdraw(client, book, call, countedIn, now);
    if (call.isMissed && policy?.feeds(call.lineId) && (!countedIn || call.isRetold)) {
      await miss(client, book, call, { chainId: chains(call), policy, now });
    }
    if (call.answeredAt && call.caller.e164) gotThrough(book, call.caller.e164, call.answeredAt, now);
  }
  return policy?.notifies ?? 'line';
}

/** Before any row is stored, and in one order: two who begin the same chains at once do not wait for each other. */
async function chainsOf(client: PoolClient, calls: SettledCall[]): Promise<(call: SettledCall) => string> {
  const keyOf = ({ connectionId, lineId }: SettledCall) => `${connectionId} ${lineId}`;
  const missed = calls.filter((call) => call.isMissed).sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const chains = new Map<string, string>();
  for (const call of missed) {
    if (!chains.has(keyOf(call))) chains.set(keyOf(call), await chainFor(client, call.connectionId, call.lineId));
  }
  return (call) => {
    const chainId = chains.get(keyOf(call));
    if (!chainId) throw new Error('A missed call has no chain.');
    return chainId;
  };
}

type Miss = { chainId: string; policy: MissPolicy; now: Date };

async function miss(client: PoolClient, book: Book, call: SettledCall, { chainId, policy, now }: Miss): Promise<void> {
  const { caller, callId, startedAt, waitSeconds } = call;
  const isOutsideHours = policy.isOutsideHours(startedAt);
  const event = { type: 'missed' as const, at: now, callId, missedAt: startedAt, waitSeconds, isOutsideHours };
  const listed = caller.e164
    ? book
        .listedOf(caller.e164)
        .filter((row) => row.chainId === chainId)
        .sort((a, b) => b.lastMissedAt.getTime() - a.lastMissedAt.getTime())[0]
    : undefined;

  const id = listed?.id ?? randomUUID();
  if (listed) book.tell(id, event);
  else {
    const previousId = caller.e164
      ? (book.lastHiddenOf(caller.e164, chainId) ?? (await lastHiddenOf(client, caller.e164, chainId)))
      : null;
    book.begin({ id, chainId, lineId: call.lineId, caller, previousId }, event);
  }
  await countCall(client, callId, id);
  if (!caller.e164) return;

  const later = await answeredAfter(client, caller.e164, startedAt);
  if (later) return gotThrough(book, caller.e164, later, now);
  const toId = listed ? null : await whoDealsWith(client, caller.e164, call.lineId);
  if (toId) book.tell(id, { type: 'assigned', at: now, toId, byId: null });
}

/** A caller who gets through on any line is dealt with: rows that they were missed in before that go (S2.14b, S2.17). */
function gotThrough(book: Book, e164: string, answeredAt: Date, now: Date): void {
  for (const { id } of rowsMissedBefore(book, e164, answeredAt)) {
    book.tell(id, { type: 'removed', at: now, reason: 'got_through', byId: null });
  }
}

/** What turns out answered was no miss (events.md rule 2). */
async function withdraw(client: PoolClient, book: Book, call: SettledCall, rowId: string, now: Date): Promise<void> {
  const row = await findRow(client, rowId);
  if (row) book.read(row);
  const others = await missesLeft(client, rowId, call.callId);
  const left = others && { ...others, isOutsideHours: (await readMissPolicy(client)).isOutsideHours(others.lastMissedAt) };
  book.tell(rowId, { type: 'withdrawn', at: now, callId: call.callId, left });
  await countCall(client, call.callId, null);
}

async function missesLeft(
  client: PoolClient,
  rowId: string,
  withoutCallId: string,
): Promise<Omit<MissesLeft, 'isOutsideHours'> | null> {
  const text = `
    select count(*)::int as misses, min("startedAt") as "firstMissedAt", max("startedAt") as "lastMissedAt",
           (array_agg("waitSeconds" order by "startedAt" desc))[1] as "waitSeconds"
      from "Call" where "missedCallId" = $1 and id <> $2`;
  const { rows } = await client.query<Omit<MissesLeft, 'isOutsideHours'>>({
    name: 'missed-left',
    text,
    values: [rowId, withoutCallId],
  });
  const left = rows[0];
  return left && left.misses > 0 ? left : null;
}

/** Nobody waits longer than this for an answer: older calls need not be read. */
const LONGEST_WAIT = '4 hours';

async function answeredAfter(client: PoolClient, e164: string, at: Date): Promise<Date | null> {
  const text = `
    select max("answeredAt") as "answeredAt" from "Call"
     where "fromE164" = $1 and direction = 'inbound' and "startedAt" > $2::timestamptz - interval '${LONGEST_WAIT}' and "answeredAt" > $2`;
  const { rows } = await client.query<{ answeredAt: Date | null }>({ name: 'missed-answered-later', text, values: [e164, at] });
  return rows[0]?.answeredAt ?? null;
}

/** Which row counts a call as a miss from now on. The row itself may be stored later in the transaction. */
async function countCall(client: PoolClient, callId: string, rowId: string | null): Promise<void> {
  await client.query({
    name: 'missed-count',
    text: 'update "Call" set "missedCallId" = $2 where id = $1',
    values: [callId, rowId],
  });
}
