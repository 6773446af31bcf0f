import { pool } from '../db/client.ts';
import { monthCover, type Span } from './month-cover.ts';
import type { CallBackTally, Tally } from './types.ts';

/** Of which chains; null is all of them. */
type Chains = string[] | null;

/** What a row is counted by, and how one is counted outside of the months that are kept. */
const ENDINGS = {
  table: '"MissedCallTally"',
  key: '"chainId", "lastStatus", "removalReason", "removedById", "isDeleted"',
  ofRow: `"chainId", "lastStatus", "removalReason", "removedById", state = 'deleted' as "isDeleted"`,
  counts: `state <> 'withdrawn'`,
};
const CALL_BACKS = {
  table: '"CallBackTally"',
  key: '"chainId", "byId", minutes',
  ofRow: `"chainId", "firstAttemptById" as "byId", call_back_minutes("firstMissedAt", "firstAttemptAt") as minutes`,
  counts: `state <> 'withdrawn' and "firstAttemptAt" is not null`,
};

/** How the missed calls of a span ended: those that were last missed in it, wherever they are now (S2.26). */
export function tallyEndings(span: Span, chains: Chains): Promise<Tally[]> {
  return tally<Tally>(ENDINGS, span, chains);
}

/** How soon they were called back for the first time, and by whom. */
export function tallyCallBacks(span: Span, chains: Chains): Promise<CallBackTally[]> {
  return tally<CallBackTally>(CALL_BACKS, span, chains);
}

async function tally<Row extends object>(counted: typeof ENDINGS, { from, to }: Span, chains: Chains): Promise<Row[]> {
  const months = monthCover({ from, to });
  const ofChains = chains ? 'and "chainId" = any($5)' : '';
  const rowsBetween = (after: string, before: string, sign: 1 | -1) => `
    select ${counted.ofRow}, ${sign} as rows from "MissedCall"
     where "lastMissedAt" >= ${after} and "lastMissedAt" < ${before} and ${counted.counts} ${ofChains}`;

  // At each end either the first or the second of two is empty.
  const text = `
    with counted as (
      select ${counted.key}, sum(rows)::int as rows from (
        select ${counted.key}, rows from ${counted.table} where month >= $3 and month < $4 ${ofChains}
        union all ${rowsBetween('$1', '$3', 1)}
        union all ${rowsBetween('$3', '$1', -1)}
        union all ${rowsBetween('$4', '$2', 1)}
        union all ${rowsBetween('$2', '$4', -1)}
      ) parts group by ${counted.key} having sum(rows) <> 0
    )
    select c."lineId", counted.* from counted join "LedgerChain" c on c.id = counted."chainId"`;
  const values = [from, to, months.from, months.to, ...(chains ? [chains] : [])];
  return (await pool().query<Row>(text, values)).rows;
}
