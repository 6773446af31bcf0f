import { pool } from '../db/client.ts';
import { announceMissedCalls } from '../missed-calls/announce.ts';
import { findRow } from '../missed-calls/row-store.ts';
import { publish } from '../realtime/publish.ts';
import type { SettledSms } from './settle.ts';

/** Tells everybody who sees the row what became of its message, and who sent it where it failed. After the commit. */
export function announceSettled({ changed, byId, smsId, state, cause }: SettledSms): void {
  announceMissedCalls(changed);
  if (state !== 'failed' && state !== 'undelivered') return;
  const caller = changed[0]?.row.caller;
  publish(`user:${byId}`, 'sms:failed', {
    smsId,
    missedCallId: changed[0]?.row.id ?? '',
    caller: caller ? caller.name || caller.display : '',
    state,
    cause: cause ?? 'rejected',
  });
}

/** That a message is on its way, or waits: the row itself has not changed. `byId`: who sees it by their own act. */
export async function announceUnderWay(missedCallIds: string[], byId: string | null = null): Promise<void> {
  const client = await pool().connect();
  try {
    for (const id of new Set(missedCallIds)) {
      const row = await findRow(client, id);
      if (row) announceMissedCalls([{ before: row, row }], byId);
    }
  } finally {
    client.release();
  }
}
