import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { createPbxWorld } from '../../prisma/factories/pbx-world.ts';
import { db, pool } from '../db/client.ts';
import { inTransaction } from '../db/transaction.ts';
import { openBook } from '../missed-calls/book.ts';
import { chainFor } from '../missed-calls/chains.ts';
import { ImpossibleLedgerEvent } from '../missed-calls/ledger.ts';
import { findRow } from '../missed-calls/row-store.ts';
import type { LedgerEvent } from '../missed-calls/types.ts';
import { compactTallies } from './compact.ts';

const DAY_MS = 24 * 60 * 60_000;
const BEGIN = Date.UTC(2026, 0, 20);
const caller = { e164: null, display: '', name: '' };

let chainId: string;
let world: Awaited<ReturnType<typeof createPbxWorld>>;

beforeEach(async () => {
  world = await createPbxWorld();
  chainId = await inTransaction((client) => chainFor(client, world.source.id, world.line.id));
});

function begin(id: string, missedAt: Date) {
  return inTransaction(async (client) => {
    const book = openBook();
    const event = {
      type: 'missed',
      at: missedAt,
      callId: randomUUID(),
      missedAt,
      waitSeconds: 9,
      isOutsideHours: false,
    } as const;
    book.begin({ id, chainId, lineId: world.line.id, caller, previousId: null }, event);
    await book.close(client);
  });
}

/** What cannot happen to the row as it stands does not. */
function tell(id: string, event: LedgerEvent) {
  return inTransaction(async (client) => {
    const row = await findRow(client, id);
    if (!row) return;
    const book = openBook();
    book.read(row);
    book.tell(id, event);
    await book.close(client);
  }).catch((error) => {
    if (!(error instanceof ImpossibleLedgerEvent)) throw error;
  });
}

const sumOf = async (text: string) => (await pool().query(text)).rows;

/** The tallies beside the rows, counted. */
async function expectKept() {
  expect(
    await sumOf(`select month, "chainId", "lastStatus", "removalReason", "removedById", "isDeleted", sum(rows)::int as rows
      from "MissedCallTally" group by 1, 2, 3, 4, 5, 6 having sum(rows) <> 0 order by 1, 2, 3, 4, 5, 6`),
  ).toEqual(
    await sumOf(`select date_trunc('month', "lastMissedAt", 'UTC') as month, "chainId", "lastStatus", "removalReason", "removedById",
      state = 'deleted' as "isDeleted", count(*)::int as rows
      from "MissedCall" where state <> 'withdrawn' group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6`),
  );
  expect(
    await sumOf(`select month, "chainId", "byId", minutes, sum(rows)::int as rows
      from "CallBackTally" group by 1, 2, 3, 4 having sum(rows) <> 0 order by 1, 2, 3, 4`),
  ).toEqual(
    await sumOf(`select date_trunc('month', "lastMissedAt", 'UTC') as month, "chainId", "firstAttemptById" as "byId",
      call_back_minutes("firstMissedAt", "firstAttemptAt") as minutes, count(*)::int as rows
      from "MissedCall" where state <> 'withdrawn' and "firstAttemptAt" is not null group by 1, 2, 3, 4 order by 1, 2, 3, 4`),
  );
}

function eventAt(type: LedgerEvent['type'], at: Date, isOther: boolean): LedgerEvent {
  const byId = isOther ? world.oskar.id : world.olga.id;
  const left = {
    misses: 1,
    firstMissedAt: new Date(at.getTime() - DAY_MS),
    lastMissedAt: at,
    waitSeconds: 1,
    isOutsideHours: false,
  };
  switch (type) {
    case 'missed':
      return { type, at, callId: randomUUID(), missedAt: at, waitSeconds: 4, isOutsideHours: false };
    case 'withdrawn':
      return { type, at, callId: randomUUID(), left: isOther ? null : left };
    case 'call_started':
      return { type, at, attemptId: randomUUID(), byId };
    case 'call_reached':
      return { type, at, attemptId: randomUUID(), talkSeconds: 5 };
    case 'call_not_reached':
      return { type, at, attemptId: randomUUID(), cause: null };
    case 'sms_sent':
      return { type, at, smsId: randomUUID(), byId };
    case 'sms_failed':
      return { type, at, smsId: randomUUID(), byId, cause: null };
    case 'sms_delivered':
      return { type, at, smsId: randomUUID() };
    case 'sms_undelivered':
      return { type, at, smsId: randomUUID(), cause: null };
    case 'assigned':
      return { type, at, toId: byId, byId: null };
    case 'removed':
      return isOther ? { type, at, reason: 'manual', byId } : { type, at, reason: 'retention', byId: null };
    case 'restored':
      return { type, at, byId };
    case 'deleted':
      return { type, at };
  }
}

const TYPES = [
  'missed',
  'call_started',
  'call_reached',
  'call_not_reached',
  'sms_sent',
  'assigned',
  'removed',
  'removed',
  'restored',
  'deleted',
  'withdrawn',
] as const;
const Told = fc.record({
  row: fc.nat(3),
  type: fc.constantFrom(...TYPES, 'compact' as const),
  day: fc.nat(60),
  isOther: fc.boolean(),
});

test('[S2.26] whatever is told, in whatever order and month, the tallies are what counting the rows gives', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(Told, { minLength: 12, maxLength: 30 }), async (told) => {
      const ids = [0, 1, 2, 3].map(() => randomUUID());
      for (const [index, id] of ids.entries()) await begin(id, new Date(BEGIN + index * DAY_MS));
      for (const { row, type, day, isOther } of told) {
        if (type === 'compact') await compactTallies();
        else await tell(ids[row] ?? '', eventAt(type, new Date(BEGIN + day * DAY_MS), isOther));
      }
      await expectKept();
    }),
    { numRuns: 15 },
  );
}, 60_000);

test('[R9] rows that change while the tallies are compacted, by several at once, are neither lost nor counted twice', async () => {
  const ids = Array.from({ length: 12 }, () => randomUUID());
  for (const id of ids) await begin(id, new Date(BEGIN));
  const at = new Date(BEGIN + DAY_MS);
  await Promise.all(
    ids.flatMap((id) => [
      tell(id, eventAt('removed', at, true)).then(() => tell(id, eventAt('restored', at, true))),
      compactTallies(),
      tell(id, eventAt('call_started', at, false)),
    ]),
  );
  await expectKept();
  await compactTallies();
  await expectKept();
  const rows = await db.missedCallTally.findMany({ where: { chainId }, select: { rows: true } });
  expect(rows.length).toBeLessThanOrEqual(2);
});

test('a user who is deleted is counted as nobody in particular', async () => {
  const id = randomUUID();
  await begin(id, new Date(BEGIN));
  await tell(id, eventAt('call_started', new Date(BEGIN + DAY_MS), true));
  await tell(id, eventAt('removed', new Date(BEGIN + DAY_MS), true));
  await db.user.delete({ where: { id: world.oskar.id } });
  await expectKept();
  expect(await db.missedCallTally.findMany({ where: { chainId, removalReason: 'manual', removedById: null } })).not.toEqual([]);
});

test('a transaction that is rolled back counts nothing', async () => {
  const id = randomUUID();
  await begin(id, new Date(BEGIN));
  await inTransaction(async (client) => {
    await client.query('update "MissedCall" set "lastStatus" = $1 where id = $2', ['reached', id]);
    throw new Error('no');
  }).catch(() => undefined);
  await expectKept();
});
