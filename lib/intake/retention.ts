import { db } from '../db/client.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const RAW_EVENT_DAYS = 30;
const WEBHOOK_LOG_DAYS = 7;

/** Raw payloads expire; the calls folded from them stay (events.md rule 9). */
export async function expireRawEvents(now: Date): Promise<void> {
  const oldest = new Date(now.getTime() - RAW_EVENT_DAYS * DAY_MS);
  await db.callEvent.deleteMany({ where: { receivedAt: { lt: oldest } } });
  await db.eventKey.deleteMany({ where: { receivedAt: { lt: oldest } } });
  await db.webhookDelivery.deleteMany({ where: { at: { lt: new Date(now.getTime() - WEBHOOK_LOG_DAYS * DAY_MS) } } });
}
