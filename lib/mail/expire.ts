import { db } from '../db/client.ts';

const DAY_MS = 24 * 3_600_000;
const KEPT_MS = 30 * DAY_MS;
/** Left behind when SMTP_URL was taken away: told later, they would be no news. */
const WAITED_MS = DAY_MS;

/** What was mailed, and with it its notices; an admin can try again for a month what was given up. */
export async function expireMails(now: Date): Promise<void> {
  await db.missedCallMail.deleteMany({
    where: {
      OR: [
        { state: { in: ['sent', 'failed'] }, queuedAt: { lt: new Date(now.getTime() - KEPT_MS) } },
        { state: 'queued', queuedAt: { lt: new Date(now.getTime() - WAITED_MS) } },
      ],
    },
  });
  await db.missedCallNotice.deleteMany({ where: { mailId: null, missedAt: { lt: new Date(now.getTime() - WAITED_MS) } } });
}
