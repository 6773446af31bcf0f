import { inBatches } from '../db/in-batches.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const RAW_EVENT_DAYS = 30;
const WEBHOOK_LOG_DAYS = 7;

/** Raw payloads expire; the calls folded from them stay (events.md rule 9). */
export async function expireRawEvents(now: Date): Promise<void> {
  await expire('CallEvent', 'receivedAt', daysBefore(now, RAW_EVENT_DAYS));
  await expire('EventKey', 'receivedAt', daysBefore(now, RAW_EVENT_DAYS));
  await expire('WebhookDelivery', 'at', daysBefore(now, WEBHOOK_LOG_DAYS));
}

function expire(table: 'CallEvent' | 'EventKey' | 'WebhookDelivery', column: string, before: Date): Promise<void> {
  return inBatches(`delete from "${table}" where ctid in (select ctid from "${table}" where "${column}" < $1 limit $2)`, [
    before,
  ]);
}

function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * DAY_MS);
}
