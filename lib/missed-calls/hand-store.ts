import type { PoolClient } from 'pg';
import { inTransaction } from '../db/transaction.ts';
import { type ChangedRow, openBook } from './book.ts';
import { findRows, lockCallers, type StoredRow, turnOf } from './row-store.ts';
import type { LedgerEvent } from './types.ts';
import { isVisible, type MissedCallViewer } from './visible.ts';

type ByHand = Extract<LedgerEvent, { type: 'removed'; reason: 'manual' } | { type: 'restored' }>;

/**
 * Hides or restores rows by hand (S2.20–S2.22), all that this viewer may see of them; one that already is what is asked for stays
 * as it is. Two who do it at once make one entry of the history.
 */
export function changeByHand(missedCallIds: string[], viewer: MissedCallViewer, event: ByHand): Promise<ChangedRow[]> {
  const from = event.type === 'restored' ? 'hidden' : 'listed';
  return inTransaction(async (client) => {
    const seen = await visibleRows(client, missedCallIds, viewer);
    await lockCallers(client, seen.map(turnOf));

    const book = openBook();
    // Read anew: it may have changed while its turn was waited for.
    for (const row of await visibleRows(client, missedCallIds, viewer)) {
      if (row.state !== from) continue;
      book.read(row);
      book.tell(row.id, event);
    }
    return book.close(client);
  });
}

async function visibleRows(client: PoolClient, ids: string[], viewer: MissedCallViewer): Promise<StoredRow[]> {
  return (await findRows(client, ids)).filter((row) => isVisible(row, viewer));
}
