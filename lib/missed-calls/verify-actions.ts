'use server';

import { z } from 'zod';
import { type ActionResult, doneWith, refused } from '../action-result.ts';
import { may } from '../auth/roles.ts';
import { currentUser } from '../auth/session.ts';
import { env } from '../env.ts';
import { type ChainVerdict, checkChain, isAppendOnlyHere, type LedgerChainRow, listChains } from './verify-queries.ts';

export type Ledgers = { chains: LedgerChainRow[]; isAppendOnly: boolean };

/** The ledgers that can be verified, and whether the database guards them from the application. */
export async function readLedgers(): Promise<ActionResult<Ledgers>> {
  const user = await currentUser();
  if (!user) return refused('signedOut');
  if (!may(user, 'audit:read')) return refused('notAllowed');
  return doneWith({ chains: await listChains(env.dataFolder), isAppendOnly: await isAppendOnlyHere() });
}

/** Proves a ledger whole, or names its first broken link. */
export async function verifyLedger(raw: unknown): Promise<ActionResult<ChainVerdict>> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = z.object({ chainId: z.uuid() }).safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'audit:read')) return refused('notAllowed');
  return doneWith(await checkChain(input.data.chainId, env.dataFolder));
}
