import { db } from '../db/client.ts';

const KEPT_DAYS = 7;
const DAY_MS = 24 * 3_600_000;

/** What was told a week ago is nobody's concern, and has a customer's address in it. */
export async function expireMessages(now: Date): Promise<void> {
  await db.pointOfSaleMessage.deleteMany({ where: { createdAt: { lt: new Date(now.getTime() - KEPT_DAYS * DAY_MS) } } });
}
