import type { PoolClient } from 'pg';
import { FIRST_HASH } from './chain.ts';

/** The chain that a line's missed calls are written to; without a line, that of the connection. It is begun where there is none. */
export async function chainFor(client: PoolClient, connectionId: string, lineId: string | null): Promise<string> {
  const find = 'select id from "LedgerChain" where "connectionId" = $1 and "lineId" is not distinct from $2::uuid';
  const found = await client.query<{ id: string }>({ name: 'chain-find', text: find, values: [connectionId, lineId] });
  if (found.rows[0]) return found.rows[0].id;

  const begin = `
    insert into "LedgerChain" (id, "connectionId", "lineId", hash) values (gen_random_uuid(), $1, $2, $3)
    on conflict ("connectionId", "lineId") do update set "lineId" = excluded."lineId" returning id`;
  const begun = await client.query<{ id: string }>({
    name: 'chain-begin',
    text: begin,
    values: [connectionId, lineId, FIRST_HASH],
  });
  const id = begun.rows[0]?.id;
  if (!id) throw new Error('A chain of the ledger could not be begun.');
  return id;
}
