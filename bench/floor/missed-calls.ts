import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Pool } from 'pg';
import { isSignedIn } from './signed-in.ts';

// The least that a page of missed calls and their statistics can cost: one statement each, by `pg`, and nothing around it.

const PAGE = `
  select m.id, m."callerE164", m."callerDisplay", m."callerName", m.state, m.misses, m."lastMissedAt", m."waitSeconds", m."lastStatus",
         m.attempts, m."removedAt", m."removalReason", u.name as "removedBy", m.version, l.id as "lineId", l.name as line,
         w.id as "customerId", w.name as "customerName", w.class
    from (select * from "MissedCall"
           where state in ('listed', 'hidden') and "lastStatus" = $1 and "lastMissedAt" <= $2 and ("lastMissedAt" < $2 or id < $3)
           order by "lastMissedAt" desc, id desc limit 51) m
    join "LedgerChain" c on c.id = m."chainId" join "Line" l on l.id = c."lineId"
    left join "User" u on u.id = m."removedById"
    left join lateral (select k.id, k.name, k.class from "PhoneNumber" n join "Customer" k on k.id = n."customerId"
                        where n.e164 = m."callerE164" order by n."chosenAt" desc nulls last, n.id limit 1) w on true
   order by m."lastMissedAt" desc, m.id desc`;
const FIRST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

const ENDINGS = `
  select "lastStatus", "removalReason", "removedById", "chainId", state = 'deleted', count(*) from "MissedCall"
   where state <> 'withdrawn' and "lastMissedAt" >= $1 and "lastMissedAt" < $2 group by 1, 2, 3, 4, 5`;
const CALL_BACKS = `
  select "chainId", "firstAttemptById", call_back_minutes("firstMissedAt", "firstAttemptAt"), count(*) from "MissedCall"
   where state <> 'withdrawn' and "firstAttemptAt" is not null and "lastMissedAt" >= $1 and "lastMissedAt" < $2 group by 1, 2, 3`;

export async function answerMissedCalls(pool: Pool, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!(await isSignedIn(pool, request.headers.cookie ?? ''))) return void response.writeHead(401).end();

  const { searchParams } = new URL(request.url ?? '', 'http://floor');
  const [at = new Date().toISOString(), id = FIRST_ID] = searchParams.get('after')?.split('_') ?? [];
  const values = [searchParams.get('status'), at, id];
  const { rows } = await pool.query({ name: 'missed-page', text: PAGE, values });
  const body = JSON.stringify({ rows });
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }).end(body);
}

/** The rows counted anew, as they are without tallies. */
export async function countRaw(pool: Pick<Pool, 'query'>, from: Date, to: Date): Promise<number> {
  const [endings] = await Promise.all([pool.query(ENDINGS, [from, to]), pool.query(CALL_BACKS, [from, to])]);
  return endings.rows.reduce((sum: number, { count }: { count: string }) => sum + Number(count), 0);
}
