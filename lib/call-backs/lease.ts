import { pool } from '../db/client.ts';
import { LEASE_MS } from './outcome.ts';
import type { CallBack } from './types.ts';

// One that is being settled is left to whoever settles it.
const RENEW = `
  update "CallBack" set "leasedUntil" = $2 where id in (
    select id from "CallBack" where "byId" = any($1::uuid[]) and "endedAt" is null and "leasedUntil" > $3 for update skip locked)`;
const RELEASE = `
  update "CallBack" b set "leasedUntil" = null from "User" u
   where b."byId" = $1 and u.id = b."byId" and b."endedAt" is null and b."leasedUntil" is not null
  returning b.id, b."callerE164", b."byId", u.name as "byName", b."startedAt", b."missedCallIds", b."callId", b."answeredAt", b.outcome,
            b."endedAt", b."leasedUntil"`;

/** Whoever's desk is open goes on holding whom they call. */
export async function renewLeases(userIds: string[], now: Date): Promise<void> {
  if (userIds.length > 0) await pool().query(RENEW, [userIds, new Date(now.getTime() + LEASE_MS), now]);
}

/** Lets go of everybody this user was calling back, whose desk is closed: the attempts go on, and their calls end them. */
export async function releaseLeases(userId: string): Promise<CallBack[]> {
  const { rows } = await pool().query<CallBack>(RELEASE, [userId]);
  return rows;
}
