import { pool } from '../db/client.ts';
import { inTransaction } from '../db/transaction.ts';
import { type ChangedRow, openBook } from './book.ts';
import { findRow, lockCallers, turnOf } from './row-store.ts';
import { isVisible, type MissedCallViewer } from './visible.ts';
import { seersOf } from './who-deals.ts';

export type AssignOutcome = { kind: 'changed'; changed: ChangedRow[] } | { kind: 'notFound' } | { kind: 'cannotSee' };
type Asked = { missedCallId: string; toId: string | null; byId: string; at: Date };

/** Says who is to deal with a missed call; only whoever may see it can. Null is nobody in particular. */
export function assignMissedCall({ missedCallId, toId, byId, at }: Asked, viewer: MissedCallViewer): Promise<AssignOutcome> {
  return inTransaction(async (client): Promise<AssignOutcome> => {
    const seen = await findRow(client, missedCallId);
    if (!seen || !isVisible(seen, viewer)) return { kind: 'notFound' };
    await lockCallers(client, [turnOf(seen)]);
    const row = await findRow(client, missedCallId);
    if (!row || (row.state !== 'listed' && row.state !== 'hidden')) return { kind: 'notFound' };
    if (toId && !(await seersOf(client, row.lineId)).some((each) => each.id === toId)) return { kind: 'cannotSee' };
    if (row.assigneeId === toId) return { kind: 'changed', changed: [] };

    const book = openBook();
    book.read(row);
    book.tell(row.id, { type: 'assigned', at, toId, byId });
    return { kind: 'changed', changed: await book.close(client) };
  });
}

/** Whom a row can be assigned to, by name; null for one that this viewer may not see. */
export async function assignablePeople(
  missedCallId: string,
  viewer: MissedCallViewer,
): Promise<{ id: string; name: string }[] | null> {
  const client = await pool().connect();
  try {
    const row = await findRow(client, missedCallId);
    return row && isVisible(row, viewer) ? await seersOf(client, row.lineId) : null;
  } finally {
    client.release();
  }
}
