import { db } from '../db/client.ts';
import { log } from '../log.ts';
import { recordAudit } from './record.ts';

/** Somebody who has a customer open all morning looked at them once. */
const ONCE_IN_MS = 15 * 60 * 1000;

type View = { userId: string; customerId: string; at: Date };

/**
 * Writes down who looked at a customer. Of two pages opened in one instant one waits here for the other, and then sees its entry.
 * Called after the page is out: a view that cannot be written down keeps nobody from their work.
 */
export async function recordView({ userId, customerId, at }: View): Promise<void> {
  try {
    await db.$transaction(async (tx) => {
      await tx.$queryRaw`select 1 from pg_advisory_xact_lock(hashtextextended(${`view ${userId} ${customerId}`}, 0))`;
      const subject = { subjectType: 'customer', subjectId: customerId } as const;
      const since = new Date(at.getTime() - ONCE_IN_MS);
      const earlier = { ...subject, action: 'customer.viewed', userId, at: { gt: since } };
      if (await tx.auditEntry.findFirst({ where: earlier, select: { id: true } })) return;

      await recordAudit(tx, { userId, action: 'customer.viewed', ...subject });
    });
  } catch (error) {
    log.error({ err: error, customerId }, 'Who looked at a customer could not be written down');
  }
}
