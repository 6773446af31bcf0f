import { pool } from '../db/client.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const RAW_EVENT_DAYS = 30;
const WEBHOOK_LOG_DAYS = 7;
const ROWS_A_BATCH = 5_000;

/** Raw payloads expire; the calls folded from them stay (events.md rule 9). */
export async function expireRawEvents(now: Date): Promise<void> {
  await expire('CallEvent', 'receivedAt', daysBefore(now, RAW_EVENT_DAYS));
  await expire('EventKey', 'receivedAt', daysBefore(now, RAW_EVENT_DAYS));
  await expire('WebhookDelivery', 'at', daysBefore(now, WEBHOOK_LOG_DAYS));
}

/** In batches: one statement over a busy month would outlast the statement's time limit, and never get done. */
async function expire(table: 'CallEvent' | 'EventKey' | 'WebhookDelivery', column: string, before: Date): Promise<void> {
  const batch = `delete from "${table}" where ctid in (select ctid from "${table}" where "${column}" < $1 limit ${ROWS_A_BATCH})`;
  let deleted: number | null;
  do {
    ({ rowCount: deleted } = await pool().query(batch, [before]));
  } while (deleted === ROWS_A_BATCH);
}

function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * DAY_MS);
}
