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
/** What the trigger would have done for each of a million rows. */
const TALLIES = `
  truncate "MissedCallTally", "CallBackTally";
  insert into "MissedCallTally" ("month", "chainId", "lastStatus", "removalReason", "removedById", "isDeleted", "rows")
  select date_trunc('month', "lastMissedAt", 'UTC'), "chainId", "lastStatus", "removalReason", "removedById", state = 'deleted', count(*)
    from "MissedCall" where state <> 'withdrawn' group by 1, 2, 3, 4, 5, 6;
  insert into "CallBackTally" ("month", "chainId", "byId", "minutes", "rows")
  select date_trunc('month', "lastMissedAt", 'UTC'), "chainId", "firstAttemptById", call_back_minutes("firstMissedAt", "firstAttemptAt"), count(*)
    from "MissedCall" where state <> 'withdrawn' and "firstAttemptAt" is not null group by 1, 2, 3, 4`;

/** A million missed calls of two years on the demo's lines, in one transaction. Their ledger is left out: no list and no chart reads it. */
export async function growMissedCalls(client: pg.Client, now: Date): Promise<void> {
  await client.query('begin');
  await client.query(CHAINS, [FIRST_HASH]);
  const chains = await client.query<{ id: string }>(CHAIN_IDS);
  const users = await client.query<{ id: string }>(`select id from "User" where role in ('operator', 'manager') order by id`);
  await client.query('alter table "MissedCall" disable trigger user');
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
  await client.query('alter table "MissedCall" enable trigger user');
  await client.query(TALLIES);
  await client.query('commit');
}
