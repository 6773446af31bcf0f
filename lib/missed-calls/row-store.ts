import type { PoolClient } from 'pg';
import type { MissedCallRow } from './types.ts';

export type Caller = { e164: string | null; display: string; name: string };

/** A row with what it is of. */
export type StoredRow = MissedCallRow & {
  id: string;
  chainId: string;
  lineId: string | null;
  caller: Caller;
  /** The row of the same caller on the same line that was removed before this one began (S2.14a). */
  previousId: string | null;
  /** 0 before it is stored. */
  version: number;
};

const ROWS = `
  select m.id, m."chainId", c."lineId", m."previousId", m.version,
         jsonb_build_object('e164', m."callerE164", 'display', m."callerDisplay", 'name', m."callerName") as caller,
         m.state, m.misses, m."firstMissedAt", m."lastMissedAt", m."waitSeconds", m."isOutsideHours", m."lastStatus", m.attempts,
         m."firstAttemptAt", m."firstReachedAt", m."firstAttemptById", m."assigneeId", m."removedAt", m."removalReason", m."removedById",
         m."restoredAt"
    from "MissedCall" m join "LedgerChain" c on c.id = m."chainId"`;
const OF_CALLER = `${ROWS} where m."callerE164" = $1 and m.state = 'listed'`;
const BY_ID = `${ROWS} where m.id = $1`;
const BY_IDS = `${ROWS} where m.id = any($1::uuid[])`;
const LAST_HIDDEN = `
  select id from "MissedCall" where "callerE164" = $1 and "chainId" = $2 and state = 'hidden' order by "removedAt" desc, id desc limit 1`;
const SAVE = `
  insert into "MissedCall" (id, "chainId", "callerE164", "callerDisplay", "callerName", "previousId", state, misses, "firstMissedAt",
    "lastMissedAt", "waitSeconds", "isOutsideHours", "lastStatus", attempts, "firstAttemptAt", "firstReachedAt", "assigneeId", "removedAt",
    "removalReason", "removedById", "restoredAt", "firstAttemptById")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)
  on conflict (id) do update set
    state = excluded.state, misses = excluded.misses, "firstMissedAt" = excluded."firstMissedAt", "lastMissedAt" = excluded."lastMissedAt",
    "waitSeconds" = excluded."waitSeconds", "isOutsideHours" = excluded."isOutsideHours", "lastStatus" = excluded."lastStatus", attempts = excluded.attempts,
    "firstAttemptAt" = excluded."firstAttemptAt", "firstReachedAt" = excluded."firstReachedAt",
    "assigneeId" = excluded."assigneeId", "removedAt" = excluded."removedAt", "removalReason" = excluded."removalReason", "removedById" = excluded."removedById", "restoredAt" = excluded."restoredAt",
    "firstAttemptById" = excluded."firstAttemptById", version = "MissedCall".version + 1
  returning version`;

/** Rows change only while this is held: one turn for each caller, or for the one row of a withheld number. */
export async function lockCallers(client: PoolClient, keys: string[]): Promise<void> {
  const text = `
    select pg_advisory_xact_lock(hashtextextended('missed-call/' || key, 0)) from (select key from unnest($1::text[]) as key order by key) keys`;
  await client.query({ name: 'missed-lock', text, values: [[...new Set(keys)]] });
}

/** The turn that a row's changes wait for. */
export function turnOf(row: { id: string; caller: { e164: string | null } }): string {
  return row.caller.e164 ?? row.id;
}

/** What is listed of a caller, on every line. */
export async function listedRowsOf(client: PoolClient, e164: string): Promise<StoredRow[]> {
  const { rows } = await client.query<StoredRow>({ name: 'missed-of-caller', text: OF_CALLER, values: [e164] });
  return rows;
}

export async function findRow(client: PoolClient, id: string): Promise<StoredRow | null> {
  const { rows } = await client.query<StoredRow>({ name: 'missed-by-id', text: BY_ID, values: [id] });
  return rows[0] ?? null;
}

/** Those of them that are there, in no order. */
export async function findRows(client: PoolClient, ids: string[]): Promise<StoredRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await client.query<StoredRow>({ name: 'missed-by-ids', text: BY_IDS, values: [ids] });
  return rows;
}

export async function lastHiddenOf(client: PoolClient, e164: string, chainId: string): Promise<string | null> {
  const { rows } = await client.query<{ id: string }>({ name: 'missed-hidden', text: LAST_HIDDEN, values: [e164, chainId] });
  return rows[0]?.id ?? null;
}

/** Writes a row as its events made it; returns the new version. */
export async function saveRow(client: PoolClient, row: StoredRow): Promise<number> {
  const { rows } = await client.query<{ version: number }>({
    name: 'missed-save',
    text: SAVE,
    values: [
      row.id,
      row.chainId,
      row.caller.e164,
      row.caller.display,
      row.caller.name,
      row.previousId,
      row.state,
      row.misses,
      row.firstMissedAt,
      row.lastMissedAt,
      row.waitSeconds,
      row.isOutsideHours,
      row.lastStatus,
      row.attempts,
      row.firstAttemptAt,
      row.firstReachedAt,
      row.assigneeId,
      row.removedAt,
      row.removalReason,
      row.removedById,
      row.restoredAt,
      row.firstAttemptById,
    ],
  });
  return rows[0]?.version ?? 1;
}
