import { pool } from '../db/client.ts';

/** Of a tally whose changes have piled up: each sum into one row. Whoever reads meanwhile sees all of the old rows or all of the new. */
function compaction(table: string, key: string): string {
  return `
    with many as (select distinct month from ${table} group by month, ${key} having count(*) > 1),
         gone as (delete from ${table} where month in (select month from many) returning month, ${key}, rows)
    insert into ${table} (month, ${key}, rows)
    select month, ${key}, sum(rows) from gone group by month, ${key} having sum(rows) <> 0`;
}

const ENDINGS = compaction('"MissedCallTally"', '"chainId", "lastStatus", "removalReason", "removedById", "isDeleted"');
const CALL_BACKS = compaction('"CallBackTally"', '"chainId", "byId", minutes');

/** Keeps the tallies short. They are right with or without it; two at once do no harm. */
export async function compactTallies(): Promise<void> {
  await pool().query(ENDINGS);
  await pool().query(CALL_BACKS);
}
