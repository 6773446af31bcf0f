import { inBatches } from '../db/in-batches.ts';

const KEPT_DAYS = 90;

const forgetting = (which: string, limit: string) => `
  update "SmsMessage" set "toE164" = '', text = ''
   where id in (select m.id from "SmsMessage" m
                 where m.text <> '' and m.state not in ('queued', 'sending') and ${which} limit ${limit})`;
const OLD = forgetting(`m."queuedAt" < $1::timestamptz - make_interval(days => ${KEPT_DAYS})`, '$2');
const OF_DELETED = forgetting(
  `exists (select 1 from "MissedCall" c where c.id = m."missedCallId" and c.state = 'deleted')`,
  '$1',
);

/** Nobody needs what was written three months ago; and of a missed call that was deleted for good nobody's number stays (S2.20). */
export async function forgetSms(now: Date): Promise<void> {
  await inBatches(OLD, [now]);
  await inBatches(OF_DELETED, []);
}
