import type { PoolClient } from 'pg';
import { db } from '../../lib/db/client.ts';
import { inTransaction } from '../../lib/db/transaction.ts';
import { recordInLedger } from '../../lib/intake/record-in-ledger.ts';
import { openBook } from '../../lib/missed-calls/book.ts';
import type { SettledCall } from '../../lib/missed-calls/record-calls.ts';
import { findRow, lockCallers, turnOf } from '../../lib/missed-calls/row-store.ts';
import type { LedgerEvent } from '../../lib/missed-calls/types.ts';
import { type Handlers, planHandling } from './handling.ts';
import { createRandom } from './random.ts';
import { secondsFrom } from './time.ts';

const SEED = 20_260_207;

type Told = { rowId: string; event: LedgerEvent };

/**
 * What became of the calls that the demo missed. Each is taken through the product's own ledger in the order it happened, so that
 * every row has its history and every chain holds.
 */
export async function seedMissedCalls(now: Date): Promise<void> {
  const random = createRandom(SEED);
  const [calls, handlers] = await Promise.all([settledCalls(), handlersOfTheDemo()]);
  const waiting: Told[] = [];
  const started = new Set<string>();

  await inTransaction(async (client) => {
    for (const call of calls) {
      const endedAt = secondsFrom(call.startedAt, call.waitSeconds);
      await tellUntil(client, endedAt, waiting, started);
      const { missed } = await recordInLedger(client, [call], [], endedAt);
      for (const { before, row } of missed) {
        if (before) continue;
        waiting.push(...planHandling(random, row, handlers, now).map((event) => ({ rowId: row.id, event })));
      }
    }
    await tellUntil(client, now, waiting, started);
  });
}

/** Tells what happened until then, and leaves the rest waiting. */
async function tellUntil(client: PoolClient, until: Date, waiting: Told[], started: Set<string>): Promise<void> {
  waiting.sort((a, b) => a.event.at.getTime() - b.event.at.getTime());
  while (waiting[0] && waiting[0].event.at <= until) {
    const [told] = waiting.splice(0, 1);
    const row = told && (await findRow(client, told.rowId));
    if (!row || !mayHappen(told.event, row.state, started)) continue;
    await lockCallers(client, [turnOf(row)]);
    const book = openBook();
    book.read(row);
    book.tell(row.id, told.event);
    await book.close(client);
  }
}

/**
 * Somebody who got through meanwhile is called by nobody, and what is off the list cannot be taken off it. A call that was started has a
 * result in any case; one that was not has none.
 */
function mayHappen(event: LedgerEvent, state: string, started: Set<string>): boolean {
  if (event.type === 'restored') return state === 'hidden';
  if (event.type === 'call_reached' || event.type === 'call_not_reached') return started.has(event.attemptId);
  if (event.type === 'call_started' && state === 'listed') started.add(event.attemptId);
  return state === 'listed';
}

async function handlersOfTheDemo(): Promise<Handlers> {
  const users = await db.user.findMany({
    where: { role: { in: ['operator', 'manager', 'supervisor'] } },
    select: { id: true, role: true },
    orderBy: { email: 'asc' },
  });
  const of = (roles: string[]) => users.filter(({ role }) => roles.includes(role)).map(({ id }) => id);
  return { callers: of(['operator', 'manager']), removers: of(['manager', 'supervisor']) };
}

async function settledCalls(): Promise<SettledCall[]> {
  const calls = await db.call.findMany({
    where: { direction: 'inbound', phase: 'ended' },
    select: {
      id: true,
      connectionId: true,
      lineId: true,
      fromE164: true,
      fromDisplay: true,
      fromName: true,
      isMissed: true,
      startedAt: true,
      answeredAt: true,
      waitSeconds: true,
    },
    orderBy: [{ startedAt: 'asc' }, { id: 'asc' }],
  });
  const missed = new Set(calls.flatMap(({ isMissed, fromE164 }) => (isMissed && fromE164 ? [fromE164] : [])));
  // Who never was missed got through without any consequence.
  return calls
    .filter(({ isMissed, fromE164 }) => isMissed || (fromE164 && missed.has(fromE164)))
    .map(({ id, fromE164, fromDisplay, fromName, ...call }) => ({
      ...call,
      callId: id,
      caller: { e164: fromE164, display: fromDisplay, name: fromName },
      isRetold: false,
    }));
}
