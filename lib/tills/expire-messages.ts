import { inBatches } from '../db/in-batches.ts';

const KEPT_DAYS = 7;
const DAY_MS = 24 * 3_600_000;

const EXPIRE = `
  delete from "PointOfSaleMessage" where id in (select id from "PointOfSaleMessage" where "createdAt" < $1 limit $2)`;

/** What was told a week ago is nobody's concern, and has a customer's address in it. */
export async function expireMessages(now: Date): Promise<void> {
  await inBatches(EXPIRE, [new Date(now.getTime() - KEPT_DAYS * DAY_MS)]);
}
