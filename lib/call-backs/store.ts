import type { PoolClient } from 'pg';
import { DIAL_WITHIN_MS } from './outcome.ts';
import type { CallBack, DialledCall } from './types.ts';

const COLUMNS = `
  b.id, b."callerE164", b."byId", u.name as "byName", b."startedAt", b."missedCallIds", b."callId", b."answeredAt", b.outcome,
  b."endedAt", b."leasedUntil"`;
const FROM = `select ${COLUMNS} from "CallBack" b join "User" u on u.id = b."byId"`;

const BY_ID = `${FROM} where b.id = $1`;
const OPEN_OF_CALLER = `${FROM} where b."callerE164" = $1 and b."endedAt" is null order by b."startedAt" desc`;
// Only a call that is news may be the one that an attempt waits for: it is that, whatever the PBX's clock says; one that waited in
// vain is meant only where the times agree.
const OF_CALL = `${FROM}
  where b."callId" = $1
     or $5 and b."callId" is null and b."callerE164" = $2 and b."byId" = $3
        and (b."endedAt" is null
             or $4::timestamptz between b."startedAt" - interval '${DIAL_WITHIN_MS} ms' and b."startedAt" + interval '${DIAL_WITHIN_MS} ms')
  order by b."callId" nulls last, b."endedAt" nulls first, b."startedAt" desc limit 1`;
const TURNS = `
  select coalesce(m."callerE164", m.id::text) as turn
    from "CallBack" b join "MissedCall" m on m.id = any(b."missedCallIds") where b."callId" = any($1)
  union select b."callerE164" from "CallBack" b where b."callId" = any($1) and b."callerE164" is not null`;
const BEGIN = `
  insert into "CallBack" (id, "callerE164", "byId", "startedAt", "missedCallIds", "leasedUntil") values ($1, $2, $3, $4, $5, $6)`;
const SAVE = `
  update "CallBack" set "missedCallIds" = $2, "callId" = $3, "answeredAt" = $4, outcome = $5::"LastStatus", "endedAt" = $6,
         "leasedUntil" = case when $6::timestamptz is null then "leasedUntil" end
   where id = $1`;

export async function findCallBack(client: PoolClient, id: string): Promise<CallBack | null> {
  const { rows } = await client.query<CallBack>({ name: 'call-back-by-id', text: BY_ID, values: [id] });
  return rows[0] ?? null;
}

/** Attempts at this caller that are not over, the latest first. */
export async function openCallBacksOf(client: PoolClient, e164: string): Promise<CallBack[]> {
  const { rows } = await client.query<CallBack>({ name: 'call-back-open', text: OPEN_OF_CALLER, values: [e164] });
  return rows;
}

/** The attempt that a call was dialled for (S2.19): begun by the same user, to the same number, and without a call until now. */
export async function callBackOf(
  client: PoolClient,
  { callId, e164, byId, startedAt, isNew }: DialledCall,
): Promise<CallBack | null> {
  const values = [callId, e164, byId, startedAt, isNew];
  const { rows } = await client.query<CallBack>({ name: 'call-back-of-call', text: OF_CALL, values });
  return rows[0] ?? null;
}

/** The turns that telling these calls' attempts waits for: of their callers, or of their rows where whose they were is forgotten. */
export async function turnsOfCalls(client: PoolClient, callIds: string[]): Promise<string[]> {
  if (callIds.length === 0) return [];
  const { rows } = await client.query<{ turn: string }>({ name: 'call-back-turns', text: TURNS, values: [callIds] });
  return rows.map((row) => row.turn);
}

export async function beginCallBack(
  client: PoolClient,
  { id, callerE164, byId, startedAt, missedCallIds, leasedUntil }: CallBack,
) {
  const values = [id, callerE164, byId, startedAt, missedCallIds, leasedUntil];
  await client.query({ name: 'call-back-begin', text: BEGIN, values });
}

export async function saveCallBack(client: PoolClient, callBack: CallBack): Promise<void> {
  const { id, missedCallIds, callId, answeredAt, outcome, endedAt } = callBack;
  const values = [id, missedCallIds, callId, answeredAt, outcome, endedAt];
  await client.query({ name: 'call-back-save', text: SAVE, values });
}
