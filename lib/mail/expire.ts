import { inBatches } from '../db/in-batches.ts';

const DAY_MS = 24 * 3_600_000;
const KEPT_MS = 30 * DAY_MS;
/** Left behind when SMTP_URL was taken away: told later, they would be no news. */
const WAITED_MS = DAY_MS;

const MAILS = (isOver: string) =>
  `delete from "MissedCallMail" where id in (select id from "MissedCallMail" where ${isOver} and "queuedAt" < $1 limit $2)`;
const NOTICES = `
  delete from "MissedCallNotice" where id in (select id from "MissedCallNotice" where "mailId" is null and "missedAt" < $1 limit $2)`;

/** What was mailed, and with it its notices; an admin can try again for a month what was given up. */
export async function expireMails(now: Date): Promise<void> {
  const waited = new Date(now.getTime() - WAITED_MS);
  await inBatches(MAILS(`state in ('sent', 'failed')`), [new Date(now.getTime() - KEPT_MS)]);
  await inBatches(MAILS(`state = 'queued'`), [waited]);
  await inBatches(NOTICES, [waited]);
}
