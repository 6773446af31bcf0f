import { db, pool } from '../db/client.ts';
import { anchoredChains, anchorsOf } from './anchors.ts';
import type { Verdict } from './chain.ts';
import { verifyChain } from './verify.ts';

/** Without a connection only its kept heads are left of it. */
export type LedgerChainRow = { id: string; line: { name: string } | null; connection: { name: string } | null };

/** The ledgers there are, one for each line, and those of which a head was kept: one that was emptied, or is gone, is not left out. */
export async function listChains(dataFolder: string): Promise<LedgerChainRow[]> {
  const anchored = await anchoredChains(dataFolder);
  const chains = await db.ledgerChain.findMany({
    where: { OR: [{ seq: { gt: 0 } }, { id: { in: anchored } }] },
    select: { id: true, line: { select: { name: true } }, connection: { select: { name: true } } },
    orderBy: [{ line: { name: 'asc' } }, { id: 'asc' }],
  });
  const gone = anchored.filter((id) => !chains.some((chain) => chain.id === id));
  return [...chains, ...gone.map((id) => ({ id, line: null, connection: null }))];
}

export type ChainVerdict = {
  verdict: Verdict;
  /** How many kept heads it was held against, and when the last was kept. */
  anchors: number;
  lastAnchorAt: string | null;
};

/** Follows a chain from its first link to its last, past every head that was kept of it. */
export async function checkChain(chainId: string, dataFolder: string): Promise<ChainVerdict> {
  const anchors = await anchorsOf(chainId, dataFolder);
  const verdict = await verifyChain(chainId, anchors);
  const lastAnchorAt =
    anchors
      .map((anchor) => anchor.at)
      .toSorted()
      .at(-1) ?? null;
  return { verdict, anchors: new Set(anchors.map((anchor) => anchor.seq)).size, lastAnchorAt };
}

/** Whether the database itself refuses this application to change what was appended: it does for a role that does not own the tables. */
export async function isAppendOnlyHere(): Promise<boolean> {
  const { rows } = await pool().query<{ mayChange: boolean }>(
    `select has_table_privilege('"LedgerEvent"', 'UPDATE') or has_table_privilege('"LedgerEvent"', 'DELETE') as "mayChange"`,
  );
  return rows[0]?.mayChange === false;
}
