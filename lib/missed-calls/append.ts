import { randomBytes } from 'node:crypto';
import type { PoolClient } from 'pg';
import { hashOf, privateDigestOf } from './chain.ts';
import { linkOf } from './links.ts';
import type { LedgerEvent } from './types.ts';

export type Entry = {
  chainId: string;
  missedCallId: string;
  event: LedgerEvent;
  /** Whose number it is: kept beside the chain. */
  personal?: { number: string; name: string };
};

// Rows that were stored just now share the key of their chain: that is left alone, or two would wait for each other.
const LOCK = 'select id, seq, hash from "LedgerChain" where id = any($1) order by id for no key update';
const INSERT = `
  insert into "LedgerEvent" ("chainId", seq, "missedCallId", type, at, "byId", details, "privateDigest", hash)
  select * from unnest($1::uuid[], $2::int[], $3::uuid[], $4::text[], $5::timestamptz[], $6::uuid[], $7::jsonb[], $8::text[], $9::text[])`;
const INSERT_PRIVATE = `
  insert into "LedgerPrivate" ("chainId", seq, salt, data) select * from unnest($1::uuid[], $2::int[], $3::text[], $4::jsonb[])`;
const ADVANCE = `
  update "LedgerChain" c set seq = n.seq, hash = n.hash from unnest($1::uuid[], $2::int[], $3::text[]) as n(id, seq, hash) where c.id = n.id`;

/**
 * Appends to the chains, in the order given. Whoever appends to one waits until the one before has committed; several are locked by
 * the order of their ids, so that two who append to the same chains never wait for each other.
 */
export async function appendToLedger(client: PoolClient, entries: Entry[]): Promise<void> {
  if (entries.length === 0) return;
  const ids = [...new Set(entries.map((each) => each.chainId))];
  const { rows } = await client.query<{ id: string; seq: number; hash: string }>({
    name: 'ledger-lock',
    text: LOCK,
    values: [ids],
  });
  const heads = new Map(rows.map((head) => [head.id, head]));

  const links = entries.map(({ chainId, missedCallId, event, personal }) => {
    const head = heads.get(chainId);
    if (!head) throw new Error('A missed call has no chain.');
    const salt = personal ? randomBytes(16).toString('hex') : null;
    const privateDigest = personal && salt ? privateDigestOf(personal, salt) : null;
    const link = { chainId, seq: head.seq + 1, missedCallId, ...linkOf(event), privateDigest };
    const hash = hashOf(link, head.hash);
    heads.set(chainId, { id: chainId, seq: link.seq, hash });
    return { ...link, hash, salt, personal };
  });

  const of = <Value>(pick: (link: (typeof links)[number]) => Value) => links.map(pick);
  await client.query({
    name: 'ledger-append',
    text: INSERT,
    values: [
      of((link) => link.chainId),
      of((link) => link.seq),
      of((link) => link.missedCallId),
      of((link) => link.type),
      of((link) => link.at),
      of((link) => link.byId),
      of((link) => JSON.stringify(link.details)),
      of((link) => link.privateDigest),
      of((link) => link.hash),
    ],
  });

  const secret = links.filter((link) => link.personal);
  if (secret.length > 0) {
    const values = [
      secret.map((link) => link.chainId),
      secret.map((link) => link.seq),
      secret.map((link) => link.salt),
      secret.map((link) => JSON.stringify(link.personal)),
    ];
    await client.query({ name: 'ledger-private', text: INSERT_PRIVATE, values });
  }
  const moved = ids.map((id) => heads.get(id));
  const values = [ids, moved.map((head) => head?.seq), moved.map((head) => head?.hash)];
  await client.query({ name: 'ledger-advance', text: ADVANCE, values });
}
