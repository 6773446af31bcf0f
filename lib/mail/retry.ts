import { db } from '../db/client.ts';

/** Queues a mail anew that was given up; false where it is no longer. */
export async function retryMail(id: string, now: Date): Promise<boolean> {
  const { count } = await db.missedCallMail.updateMany({
    where: { id, state: 'failed' },
    data: { state: 'queued', cause: null, attempts: 0, queuedAt: now, nextAttemptAt: now, settledAt: null },
  });
  return count === 1;
}
