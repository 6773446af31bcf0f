import { inTransaction } from '../db/transaction.ts';
import { findRow, lockCallers } from '../missed-calls/row-store.ts';
import { type QueuedSms, queueSms } from './outbox.ts';

/**
 * `again`: a repeat of one that was left before; nothing is left a second time. `gone`: the row is nobody's any more, since they were
 * erased or it was deleted for good: nothing is kept of them, nor sent.
 */
export function storeSms(sms: QueuedSms): Promise<Awaited<ReturnType<typeof queueSms>> | 'gone'> {
  return inTransaction(async (client) => {
    await lockCallers(client, [sms.toE164]);
    const row = await findRow(client, sms.missedCallId);
    const isTheirs = row?.caller.e164 === sms.toE164 && (row.state === 'listed' || row.state === 'hidden');
    return isTheirs ? queueSms(client, sms) : 'gone';
  });
}
