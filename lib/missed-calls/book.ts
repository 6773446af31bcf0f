import type { PoolClient } from 'pg';
import { appendToLedger, type Entry } from './append.ts';
import { nextRow } from './ledger.ts';
import { type StoredRow, saveRow } from './row-store.ts';
import type { LedgerEvent } from './types.ts';

type FirstMiss = Extract<LedgerEvent, { type: 'missed' }>;
export type Beginning = Pick<StoredRow, 'id' | 'chainId' | 'lineId' | 'caller' | 'previousId'>;

/** A row that changed, with what it was before: null where it is new. */
export type ChangedRow = { before: StoredRow | null; row: StoredRow };

/** The rows that one transaction changes, with what it appends to the ledger. Whoever opens it holds the turns of their callers. */
export type Book = ReturnType<typeof openBook>;

export function openBook() {
  const rows = new Map<string, StoredRow>();
  const before = new Map<string, StoredRow | null>();
  const entries: Entry[] = [];

  function tell(id: string, event: LedgerEvent): void {
    const row = rows.get(id);
    if (!row) throw new Error('A row that was not read cannot change.');
    if (!before.has(id)) before.set(id, row);
    rows.set(id, { ...row, ...nextRow(row, event) });
    entries.push({ chainId: row.chainId, missedCallId: id, event });
  }

  return {
    /** Knows a row as it stands; one that this book has changed already stays as it is here. */
    read(row: StoredRow): void {
      if (!rows.has(row.id)) rows.set(row.id, row);
    },

    listedOf: (e164: string): StoredRow[] =>
      [...rows.values()].filter((row) => row.state === 'listed' && row.caller.e164 === e164),

    /** The one that this book took off the list last. */
    lastHiddenOf: (e164: string, chainId: string): string | undefined =>
      [...before.keys()].reverse().find((id) => {
        const row = rows.get(id);
        return row?.state === 'hidden' && row.caller.e164 === e164 && row.chainId === chainId;
      }),

    begin(beginning: Beginning, event: FirstMiss): void {
      const { caller } = beginning;
      rows.set(beginning.id, { ...beginning, ...nextRow(null, event), version: 0 });
      before.set(beginning.id, null);
      const personal = { number: caller.e164 ?? caller.display, name: caller.name };
      entries.push({ chainId: beginning.chainId, missedCallId: beginning.id, event, personal });
    },

    tell,

    /** Stores all of it. */
    async close(client: PoolClient): Promise<ChangedRow[]> {
      const changed: ChangedRow[] = [];
      for (const [id, was] of before) {
        const row = rows.get(id);
        if (row) changed.push({ before: was, row: { ...row, version: await saveRow(client, row) } });
      }
      await appendToLedger(client, entries);
      return changed;
    },
  };
}
