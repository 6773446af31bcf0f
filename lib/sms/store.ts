import { inTransaction } from '../db/transaction.ts';
import { type QueuedSms, queueSms } from './outbox.ts';

/** `again`: a repeat of one that was left before; nothing is left a second time. */
export function storeSms(sms: QueuedSms): Promise<Awaited<ReturnType<typeof queueSms>>> {
  return inTransaction((client) => queueSms(client, sms));
}
