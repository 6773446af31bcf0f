import type pg from 'pg';
import { FIRST_HASH } from '../lib/missed-calls/chain.ts';
import { createManyMissedCalls } from '../prisma/factories/many-missed-calls.ts';

export const MISSED_CALLS = 1_000_000;
const YEARS = 2;
const DAY_MS = 24 * 60 * 60_000;

const CHAINS = `
  insert into "LedgerChain" (id, "connectionId", "lineId", hash)
  select gen_random_uuid(), "connectionId", id, $1 from "Line" order by e164 on conflict do nothing`;
const CHAIN_IDS = `select c.id from "LedgerChain" c join "Line" l on l.id = c."lineId" order by l.e164`;
/** A million missed calls of two years on the demo's lines, in one transaction. Their ledger is left out: no list and no chart reads it. */
export async function growMissedCalls(client: pg.Client, now: Date): Promise<void> {
  await client.query('begin');
  await client.query(CHAINS, [FIRST_HASH]);
  const chains = await client.query<{ id: string }>(CHAIN_IDS);
  const users = await client.query<{ id: string }>(`select id from "User" where role in ('operator', 'manager') order by id`);
  await createManyMissedCalls(
    client,
    {
      rows: MISSED_CALLS,
      chainIds: chains.rows.map(({ id }) => id),
      userIds: users.rows.map(({ id }) => id),
      from: new Date(now.getTime() - YEARS * 365 * DAY_MS),
      to: now,
    },
    false,
  );
  await client.query('commit');
}
