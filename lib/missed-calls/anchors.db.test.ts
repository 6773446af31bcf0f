import { randomUUID } from 'node:crypto';
import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { uniqueNumber } from '../../prisma/factories/numbers.ts';
import { buildCallEvents, createPbxWorld, parsed } from '../../prisma/factories/pbx-world.ts';
import { APP_ROLE, openToApp } from '../../scripts/database/app-role.ts';
import { db } from '../db/client.ts';
import { env } from '../env.ts';
import { recordEvents } from '../intake/record-event.ts';
import { anchorChains } from './anchors.ts';
import { hashOf } from './chain.ts';
import { checkChain, isAppendOnlyHere, listChains } from './verify-queries.ts';

const DAY_MS = 86_400_000;
const now = new Date('2026-01-31T10:00:00Z');
const after = (days: number) => new Date(now.getTime() + days * DAY_MS);

let world: Awaited<ReturnType<typeof createPbxWorld>>;
let folder: string;
let chainId: string;

beforeEach(async () => {
  world = await createPbxWorld();
  folder = await mkdtemp(join(tmpdir(), 'anchors-'));
  for (let each = 0; each < 3; each += 1) await misses();
  ({ id: chainId } = await db.ledgerChain.findFirstOrThrow({ where: { lineId: world.line.id } }));
});
afterEach(() => rm(folder, { recursive: true }));

async function misses() {
  const { offered, end } = buildCallEvents(uniqueNumber(), world.line.e164, randomUUID());
  await recordEvents(world.source, randomUUID(), parsed(offered, end(20)));
}
const anchored = async (at: Date) => (await anchorChains(folder, at)).filter((anchor) => anchor.chainId === chainId);
const verdict = async () => (await checkChain(chainId, folder)).verdict;

/** As whoever owns the tables could: without the triggers that guard them. */
async function tamper(...statements: string[]) {
  const guards = ['LedgerEvent', 'LedgerChain', 'LedgerAnchor'];
  const all = [
    ...guards.map((table) => `alter table "${table}" disable trigger user`),
    ...statements,
    ...guards.map((table) => `alter table "${table}" enable trigger user`),
  ];
  for (const statement of all) await db.$executeRawUnsafe(statement);
}
const cutTail = (from: number) => `delete from "LedgerEvent" where "chainId" = '${chainId}' and seq >= ${from}`;

describe('the head of a ledger', () => {
  test('is kept once a day, and not while nothing was appended', async () => {
    expect(await anchored(now)).toMatchObject([{ seq: 3 }]);
    await misses();
    expect(await anchored(after(0.5))).toEqual([]);
    expect(await anchored(after(1))).toMatchObject([{ seq: 4 }]);
    expect(await anchored(after(2))).toEqual([]);
    expect(await checkChain(chainId, folder)).toMatchObject({ verdict: { ok: true, links: 4 }, anchors: 2 });
  });

  test('names a tail that was cut off, with the head beside it set back to match', async () => {
    await anchored(now);
    const second = await db.ledgerEvent.findUniqueOrThrow({ where: { chainId_seq: { chainId, seq: 2 } } });
    await tamper(cutTail(3), `update "LedgerChain" set seq = 2, hash = '${second.hash}' where id = '${chainId}'`);
    expect(await verdict()).toEqual({ ok: false, seq: 3, fault: 'missing' });
  });

  test('names it by the file alone, where the table of heads was cleared too', async () => {
    await anchored(now);
    const second = await db.ledgerEvent.findUniqueOrThrow({ where: { chainId_seq: { chainId, seq: 2 } } });
    await tamper(
      cutTail(3),
      `update "LedgerChain" set seq = 2, hash = '${second.hash}' where id = '${chainId}'`,
      `delete from "LedgerAnchor" where "chainId" = '${chainId}'`,
    );
    expect(await verdict()).toEqual({ ok: false, seq: 3, fault: 'missing' });
  });

  test('names a ledger that was written anew, whole in itself', async () => {
    await anchored(now);
    const third = await db.ledgerEvent.findUniqueOrThrow({ where: { chainId_seq: { chainId, seq: 3 } } });
    const { hash: before } = await db.ledgerEvent.findUniqueOrThrow({ where: { chainId_seq: { chainId, seq: 2 } } });
    const { hash: _, details, ...link } = third;
    const forged = hashOf({ ...link, details: { ...Object(details) }, byId: world.olga.id }, before);
    await tamper(
      `update "LedgerEvent" set "byId" = '${world.olga.id}', hash = '${forged}' where "chainId" = '${chainId}' and seq = 3`,
      `update "LedgerChain" set hash = '${forged}' where id = '${chainId}'`,
    );
    expect(await verdict()).toEqual({ ok: false, seq: 3, fault: 'rechained' });
  });

  test('names a ledger that was emptied, or is gone, among those that are verified', async () => {
    await anchored(now);
    await tamper(cutTail(1), `update "LedgerChain" set seq = 0 where id = '${chainId}'`);
    expect((await listChains(folder)).map((chain) => chain.id)).toContain(chainId);
    expect(await verdict()).toMatchObject({ ok: false, fault: 'missing' });
    await tamper(`delete from "MissedCall" where "chainId" = '${chainId}'`, `delete from "LedgerChain" where id = '${chainId}'`);
    expect(await listChains(folder)).toContainEqual({ id: chainId, line: null, connection: null });
    expect(await verdict()).toMatchObject({ ok: false, fault: 'missing' });
  });

  test('in a line of the file that is damaged says nothing, and the others do', async () => {
    await anchored(now);
    await appendFile(join(folder, 'ledger-anchors.ndjson'), '{"chainId":"');
    expect(await verdict()).toEqual({ ok: true, links: 3 });
  });
});

describe('the application’s own role', () => {
  async function asApp<Result>(work: (client: pg.Client) => Promise<Result>): Promise<Result> {
    const own = new URL(env.databaseUrl ?? '');
    own.username = `${APP_ROLE}_${inject('templateUrl').slice(-4)}`;
    own.password = 'a-password-of-the-tests';
    await openToApp(env.databaseUrl ?? '', own.href);
    const client = new pg.Client({ connectionString: own.href });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }

  test.each([
    ['change the ledger', `update "LedgerEvent" set "byId" = null`],
    ['delete from it', 'delete from "LedgerEvent"'],
    ['empty it', 'truncate "LedgerEvent"'],
    ['take its guards away', 'alter table "LedgerEvent" disable trigger user'],
    ['drop it', 'drop table "LedgerEvent"'],
    ['delete a chain', 'delete from "LedgerChain"'],
    ['take a row away', 'delete from "MissedCall"'],
    ['clear the kept heads', 'delete from "LedgerAnchor"'],
    ['say what was migrated', 'delete from "_prisma_migrations"'],
    ['make tables among the product’s', 'create table mine (id int)'],
  ])('cannot %s: the database refuses, whatever the triggers say', (_, sql) =>
    asApp(async (client) => {
      const DENIED = '42501';
      await expect(client.query(sql)).rejects.toMatchObject({ code: DENIED });
    }),
  );

  test('reads all of it, appends to it, and keeps jobs of its own', () =>
    asApp(async (client) => {
      await client.query('begin');
      await client.query(`
        insert into "LedgerEvent" ("chainId", seq, "missedCallId", type, at, hash)
        select "chainId", 99, "missedCallId", 'restored', now(), '' from "LedgerEvent" limit 1`);
      await client.query('update "LedgerChain" set seq = seq + 1, hash = hash');
      await client.query('create schema somebodys_jobs');
      await client.query('rollback');
      expect((await client.query('select from "MissedCall"')).rowCount).toBeGreaterThan(0);
    }));

  test('comes in again where another password of it was known', async () => {
    await asApp(async (client) => client.query('select 1'));
    const own = new URL(env.databaseUrl ?? '');
    own.username = `${APP_ROLE}_${inject('templateUrl').slice(-4)}`;
    own.password = 'another-password';
    await openToApp(env.databaseUrl ?? '', own.href);
    const client = new pg.Client({ connectionString: own.href });
    await client.connect();
    await client.end();
  });

  test('is told from the owner of the tables', async () => {
    expect(await isAppendOnlyHere()).toBe(false);
  });
});
