import type { PoolClient } from 'pg';
import { FIRST_HASH } from './chain.ts';

const FIND = 'select id from "LedgerChain" where "connectionId" = $1 and "lineId" is not distinct from $2::uuid';
const BEGIN = `
  insert into "LedgerChain" (id, "connectionId", "lineId", hash) values (gen_random_uuid(), $1, $2, $3)
  on conflict ("connectionId", "lineId") do nothing`;

/** The chain that a line's missed calls are written to; without a line, that of the connection. It is begun where there is none. */
export async function chainFor(client: PoolClient, connectionId: string, lineId: string | null): Promise<string> {
  const found = await find(client, connectionId, lineId);
  if (found) return found;

  await client.query({ name: 'chain-begin', text: BEGIN, values: [connectionId, lineId, FIRST_HASH] });
  // Of two who begin it at once, the second waited for the first.
  const begun = await find(client, connectionId, lineId);
  if (!begun) throw new Error('A chain of the ledger could not be begun.');
  return begun;
}

async function find(client: PoolClient, connectionId: string, lineId: string | null): Promise<string | undefined> {
  const { rows } = await client.query<{ id: string }>({ name: 'chain-find', text: FIND, values: [connectionId, lineId] });
  return rows[0]?.id;
}
