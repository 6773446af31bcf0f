import { pool } from '../db/client.ts';
import { announceMissedCalls } from '../missed-calls/announce.ts';
import { findRow } from '../missed-calls/row-store.ts';
import { publish } from '../realtime/publish.ts';
import type { SettledSms } from './settle.ts';

/** Tells everybody who sees the row what became of its message, and whoever sent it. After the commit. */
export function announceSettled({ changed, byId, smsId, state, cause }: SettledSms): void {
  announceMissedCalls(changed);
  const row = changed[0]?.row;
  if (!row) return;
  const caller = row.caller.name || row.caller.display;
  publish(`user:${byId}`, 'sms:settled', { smsId, missedCallId: row.id, caller, state, cause });
}

/** That a message is on its way, or waits: the row itself has not changed. `byId`: who sees it by their own act. */
export async function announceUnderWay(missedCallIds: string[], byId: string | null = null): Promise<void> {
  const client = await pool().connect();
  try {
    for (const id of new Set(missedCallIds)) {
      const row = await findRow(client, id);
      if (row) announceMissedCalls([{ before: row, row }], { byId });
    }
  } finally {
    client.release();
  }
}
