import { db, pool } from '../db/client.ts';
import { anchorsOf } from './anchors.ts';
import type { Verdict } from './chain.ts';
import { verifyChain } from './verify.ts';

export type LedgerChainRow = { id: string; line: { name: string } | null; connection: { name: string }; seq: number };

/** The ledgers there are, one for each line. */
export function listChains(): Promise<LedgerChainRow[]> {
  return db.ledgerChain.findMany({
    where: { seq: { gt: 0 } },
    select: { id: true, seq: true, line: { select: { name: true } }, connection: { select: { name: true } } },
    orderBy: [{ line: { name: 'asc' } }, { id: 'asc' }],
  });
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
