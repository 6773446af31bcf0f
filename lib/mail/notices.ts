import type { PoolClient } from 'pg';
import { rolesThatMay } from '../auth/roles.ts';
import type { ChangedRow } from '../missed-calls/book.ts';
import { isMailSetUp } from './smtp.ts';

const SEES_ALL = rolesThatMay('call:see-all-lines');

// Who wants mails is found by an index that is empty on most days. What they may read is asked again when the mail leaves.
const NOTE = `
  insert into "MissedCallNotice" ("userId", "chainId", "missedCallId", "missedAt", misses)
  select u.id, miss."chainId", miss.id, miss."missedAt", miss.misses
    from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::timestamptz[], $5::int[]) as miss("chainId", "lineId", id, "missedAt", misses)
    join "User" u on u."mailsMissedCalls" and u."disabledAt" is null
   where u.role::text = any($6::text[])
      or exists (select from "RoleGrant" g where g.role = u.role and g.permission = 'call:see-all-lines')
      or exists (select from "LineOperator" o where o."userId" = u.id and o."lineId" = miss."lineId")`;

/**
 * Leaves a notice of each new miss to everybody who wants an e-mail of it (S2.13), in the transaction that stores the misses: neither is kept
 * without the other. Says whether there is anything to mail. Where no mail can leave nothing is noted: what was missed until then is on the list.
 */
export async function noteNewMisses(client: PoolClient, changed: ChangedRow[]): Promise<boolean> {
  const misses = changed
    .filter(({ before, row }) => row.state === 'listed' && row.misses > (before?.misses ?? 0))
    .map(({ row }) => row);
  if (misses.length === 0 || !isMailSetUp()) return false;

  const { rowCount } = await client.query({
    name: 'missed-notices',
    text: NOTE,
    values: [
      misses.map((row) => row.chainId),
      misses.map((row) => row.lineId),
      misses.map((row) => row.id),
      misses.map((row) => row.lastMissedAt),
      misses.map((row) => row.misses),
      SEES_ALL,
    ],
  });
  return (rowCount ?? 0) > 0;
}
