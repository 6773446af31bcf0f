/**
 * Whoever gives one of the numbers `$1` to somebody, or takes it away, waits here for the one who is doing so, to the end of the
 * transaction. In one order, so that two who have numbers in common never wait for each other at once.
 */
export const LOCK_NUMBERS = `
  select 1 from (
    select distinct hashtextextended('number ' || e164, 0) as key from unnest($1::text[]) e164 order by key) locks
   cross join lateral pg_advisory_xact_lock(locks.key)`;
