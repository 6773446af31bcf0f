import type { PoolClient } from 'pg';
import { rolesThatMay } from '../auth/roles.ts';

/** May see missed calls of the line $2, by the roles $1 or else,, and still works here. */
const SEES_LINE = `
  u."disabledAt" is null
  and (u.role::text = any($1::text[])
       or exists (select 1 from "RoleGrant" g where g.role = u.role and g.permission = 'call:see-all-lines')
       or exists (select 1 from "LineOperator" o where o."lineId" = $2 and o."userId" = u.id))`;

const LAST_WHO_SPOKE = `
  select "operatorId" as id from (
    (select "operatorId", "startedAt" from "Call"
      where "fromE164" = $3 and direction = 'inbound' and "answeredAt" is not null and "operatorId" is not null
      order by "startedAt" desc limit 1)
    union all
    (select "operatorId", "startedAt" from "Call"
      where "toE164" = $3 and direction = 'outbound' and "answeredAt" is not null and "operatorId" is not null
      order by "startedAt" desc limit 1)
  ) spoke order by "startedAt" desc limit 1`;

const RESPONSIBLE = `
  select c."managerId" as id from "PhoneNumber" n join "Customer" c on c.id = n."customerId"
   where n.e164 = $3 and c."managerId" is not null order by n."chosenAt" desc nulls last, n.id limit 1`;

const WHO = `
  select u.id from (
    select id, 1 as turn from (${LAST_WHO_SPOKE}) last
    union all
    select id, 2 as turn from (${RESPONSIBLE}) manager
  ) candidate join "User" u on u.id = candidate.id
  where ${SEES_LINE} order by turn limit 1`;

/**
 * Who is to deal with a caller who did not get through: who spoke with them last, else the manager responsible for them, of those who
 * may see the line. Null: whoever is on the line.
 */
export async function whoDealsWith(client: PoolClient, e164: string, lineId: string | null): Promise<string | null> {
  const values = [rolesThatMay('call:see-all-lines'), lineId, e164];
  const { rows } = await client.query<{ id: string }>({ name: 'missed-who-deals', text: WHO, values });
  return rows[0]?.id ?? null;
}

const SEERS = `select u.id, u.name from "User" u where ${SEES_LINE} order by u.name, u.id`;

/** Everybody who may see missed calls of a line, by name. */
export async function seersOf(client: PoolClient, lineId: string | null): Promise<{ id: string; name: string }[]> {
  const values = [rolesThatMay('call:see-all-lines'), lineId];
  const { rows } = await client.query<{ id: string; name: string }>({ name: 'missed-seers', text: SEERS, values });
  return rows;
}
