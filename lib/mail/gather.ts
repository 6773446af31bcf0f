import { inTransaction } from '../db/transaction.ts';

/** At most one mail of a line to somebody in this time; what comes meanwhile is told in the next (S2.13). */
const APART_MS = 60_000;

type Waiting = { userId: string; chainId: string; lastAt: Date | null; isUnderWay: boolean };

const TURN = "select pg_advisory_xact_lock(hashtextextended('missed-call-mails', 0))";
const WAITING = `
  select n."userId", n."chainId", greatest(last."queuedAt", last."settledAt") as "lastAt",
         coalesce(last.state in ('queued', 'sending'), false) as "isUnderWay"
    from (select distinct "userId", "chainId" from "MissedCallNotice" where "mailId" is null) n
    left join lateral (
      select "queuedAt", "settledAt", state from "MissedCallMail" m
       where m."userId" = n."userId" and m."chainId" = n."chainId" order by m."queuedAt" desc, m.id desc limit 1) last on true`;
const BEGIN = `
  with mail as (
    insert into "MissedCallMail" (id, "userId", "chainId", "queuedAt", "nextAttemptAt") values (gen_random_uuid(), $1, $2, $3, $3) returning id)
  update "MissedCallNotice" set "mailId" = mail.id from mail where "userId" = $1 and "chainId" = $2 and "mailId" is null`;

/**
 * Puts the notices that wait into mails, all of a line and a reader into one, and says when the next can be begun; null while none waits.
 * While a mail is on its way, as when the server is down, the next waits with it: then one tells of all of that time.
 */
export function gatherMails(now: Date): Promise<Date | null> {
  return inTransaction(async (client) => {
    await client.query(TURN);
    const { rows } = await client.query<Waiting>(WAITING);
    let next: Date | null = null;
    for (const { userId, chainId, lastAt, isUnderWay } of rows) {
      if (isUnderWay) continue;
      const from = lastAt ? new Date(lastAt.getTime() + APART_MS) : now;
      if (from <= now) await client.query(BEGIN, [userId, chainId, now]);
      else if (!next || from < next) next = from;
    }
    return next;
  });
}
