import { pool } from '../db/client.ts';

const KEPT_DAYS = 90;

/** Nobody needs what was written three months ago; and of a missed call that was deleted for good nobody's number stays (S2.20). */
const FORGET = `
  update "SmsMessage" m set "toE164" = '', text = ''
    from "MissedCall" c
   where c.id = m."missedCallId" and m.text <> '' and m.state not in ('queued', 'sending')
     and (m."queuedAt" < $1::timestamptz - make_interval(days => ${KEPT_DAYS}) or c.state = 'deleted')`;

export async function forgetSms(now: Date): Promise<void> {
  await pool().query(FORGET, [now]);
}
