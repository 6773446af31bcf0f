import type { ClientBase } from 'pg';

type ManyMissedCalls = {
  rows: number;
  chainIds: string[];
  userIds: string[];
  /** They were missed between these, the more the later. */
  from: Date;
  to: Date;
  /** Which chances it comes from: the same seed makes the same rows. */
  seed?: number;
};

/** What a row went through is drawn first; the row and its events both follow from it. A draw is from 0 to 1. */
const PLAN = `
  create temporary table planned on commit drop as
  select gen_random_uuid() as id, g,
         ($2::uuid[])[1 + floor(power(random(), 2) * cardinality($2::uuid[]))::int] as "chainId",
         ($3::uuid[])[1 + floor(random() * cardinality($3::uuid[]))::int] as caller_back,
         ($3::uuid[])[1 + floor(random() * cardinality($3::uuid[]))::int] as remover,
         case when random() < 0.04 then null else '+48' || (600000000 + (g::bigint * 7919) % 90000000) end as e164,
         date_trunc('milliseconds', $4::timestamptz + sqrt(g / $1::float8) * ($5::timestamptz - $4::timestamptz)) as last_missed,
         case when random() < 0.2 then 2 + floor(random() * 3)::int else 1 end as misses,
         (random() * 90)::int as wait,
         case when random() < 0.68 then power(random(), 6) * 2000 end as called_after,
         random() as reached, random() as ending, random() as messaged, random() as forgotten
    from generate_series(1, $1) g`;

/** What was done last, why it is off the list, and what became of it, as the product's own events would have it. */
const OUTCOMES = `
  create temporary table outcomes on commit drop as
  select p.*, last_missed - (misses - 1) * interval '13 minutes' as first_missed,
         date_trunc('milliseconds', last_missed - (misses - 1) * interval '13 minutes' + called_after * interval '1 minute') as called_at,
         case when called_after is not null and reached < 0.66 then 'reached' when called_after is not null then 'not_reached'
              when messaged < 0.15 then 'sms_sent' else 'none' end as status,
         case when ending < 0.01 then 'withdrawn'
              when last_missed > $1::timestamptz - interval '1 day' and ending < 0.5 then 'listed'
              when ending < 0.015 then 'restored'
              when called_after is not null and reached < 0.66 then 'called_back'
              when called_after is null and messaged < 0.1 then 'sms'
              when ending < 0.45 then 'got_through'
              when ending < 0.75 then 'retention' else 'manual' end as fate
    from planned p`;

const ROWS = `
  insert into "MissedCall" (id, "chainId", "callerE164", "callerDisplay", "callerName", state, misses, "firstMissedAt", "lastMissedAt", "waitSeconds",
    "lastStatus", attempts, "firstAttemptAt", "firstAttemptById", "firstReachedAt", "removedAt", "removalReason", "removedById", "restoredAt")
  select id, "chainId", case when not is_deleted then e164 end, case when not is_deleted then coalesce(e164, '') else '' end, '',
         case when is_deleted then 'deleted' when fate in ('listed', 'restored') then 'listed' when fate = 'withdrawn' then 'withdrawn' else 'hidden' end::"MissedCallState",
         case when fate = 'withdrawn' then 0 else misses end, first_missed, last_missed, wait, status::"LastStatus",
         (status <> 'none')::int, case when status <> 'sms_sent' then called_at end, case when called_at is not null then caller_back end,
         case when status = 'reached' then called_at + interval '1 minute' end,
         case when is_off then removed_at end, case when is_off then fate::"RemovalReason" end, case when fate = 'manual' then remover end,
         case when fate = 'restored' then removed_at + interval '1 minute' end
    from (select o.*, fate not in ('listed', 'restored', 'withdrawn') as is_off, last_missed + interval '3 days' as removed_at,
                 fate not in ('listed', 'restored', 'withdrawn') and last_missed < $1::timestamptz - interval '90 days' and forgotten < 0.9 as is_deleted
            from outcomes o) o`;

/** What the trigger would have done for each of them; what it has done for others is among it. */
const TALLIES = `
  delete from "MissedCallTally";
  delete from "CallBackTally";
  insert into "MissedCallTally" ("month", "chainId", "lastStatus", "removalReason", "removedById", "isDeleted", "rows")
  select date_trunc('month', "lastMissedAt", 'UTC'), "chainId", "lastStatus", "removalReason", "removedById", state = 'deleted', count(*)
    from "MissedCall" where state <> 'withdrawn' group by 1, 2, 3, 4, 5, 6;
  insert into "CallBackTally" ("month", "chainId", "byId", "minutes", "rows")
  select date_trunc('month', "lastMissedAt", 'UTC'), "chainId", "firstAttemptById", call_back_minutes("firstMissedAt", "firstAttemptAt"), count(*)
    from "MissedCall" where state <> 'withdrawn' and "firstAttemptAt" is not null group by 1, 2, 3, 4`;

/** The same as a ledger tells it. The hashes are no hashes: nobody follows these chains. */
const EVENTS = `
  with steps as (
    select id, "chainId", 1 as step, 'missed' as type, first_missed + n * interval '13 minutes' as at, null::uuid as by,
           jsonb_build_object('missedAt', first_missed + n * interval '13 minutes', 'waitSeconds', wait) as details
      from outcomes, generate_series(0, misses - 1) n
    union all select id, "chainId", 2, 'call_started', called_at, caller_back, jsonb_build_object('attemptId', id) from outcomes where called_at is not null
    union all select id, "chainId", 3, case status when 'reached' then 'call_reached' else 'call_not_reached' end, called_at + interval '1 minute', null,
           jsonb_build_object('attemptId', id) from outcomes where called_at is not null
    union all select id, "chainId", 3, 'sms_sent', last_missed + interval '5 minutes', caller_back, jsonb_build_object('smsId', id) from outcomes where status = 'sms_sent'
    union all select id, "chainId", 4, 'removed', last_missed + interval '3 days', case when fate = 'manual' then remover end,
           jsonb_build_object('reason', case fate when 'restored' then 'retention' else fate end)
      from outcomes where fate not in ('listed', 'withdrawn')
    union all select id, "chainId", 5, 'restored', last_missed + interval '3 days 1 minute', remover, '{}' from outcomes where fate = 'restored'
    union all select id, "chainId", 6, 'withdrawn', last_missed + interval '3 days', null, '{"left": null}' from outcomes where fate = 'withdrawn'
  ), heads as materialized (
    select "chainId", max(seq) as seq from "LedgerEvent" group by "chainId"
  ), numbered as (
    select steps.*, row_number() over (partition by "chainId" order by id, step, at) + coalesce(heads.seq, 0) as seq
      from steps left join heads using ("chainId")
  )
  insert into "LedgerEvent" ("chainId", seq, "missedCallId", type, at, "byId", details, hash)
  select "chainId", seq, id, type, at, by, details, '' from numbered`;

/**
 * Very many missed calls, in the transaction of this client, for tests of counting and of speed; `withEvents` with
 * what their ledger would say. Most are dealt with; those of the last day are partly on the list.
 */
export async function createManyMissedCalls(client: ClientBase, many: ManyMissedCalls, withEvents: boolean): Promise<void> {
  await client.query('select setseed($1)', [many.seed ?? 0.42]);
  await client.query(PLAN, [many.rows, many.chainIds, many.userIds, many.from, many.to]);
  await client.query(OUTCOMES, [many.to]);
  await client.query('alter table "MissedCall" disable trigger user');
  await client.query(ROWS, [many.to]);
  await client.query('alter table "MissedCall" enable trigger user');
  await client.query(TALLIES);
  if (withEvents) await client.query(EVENTS);
}
