'use client';

import { useState } from 'react';
import type { LiveCallBack } from '@/lib/call-backs/types';
import type { MissedCallRow } from '@/lib/missed-calls/queries';
import { useLiveEvent } from '../live/use-live-event';

/** A row of the list, with who is calling its caller back now, and how many notes it has. */
export type ListedMissedCall = MissedCallRow & { callBack: LiveCallBack | null; notes: number };
type Said = { version: number; callBack: LiveCallBack | null };
/** What was heard while these rows were shown. */
type Heard = { of: ListedMissedCall[]; byRow: ReadonlyMap<string, Said> };

/** Who is calling back is on the row at once, for everyone: also while the list waits to be rendered anew. */
export function useLiveCallBacks(rows: ListedMissedCall[]): (row: ListedMissedCall) => LiveCallBack | null {
  const [heard, setHeard] = useState<Heard>({ of: rows, byRow: new Map() });

  useLiveEvent('call-back:changed', ({ missedCallId, ...said }) => {
    setHeard((before) => ({ of: rows, byRow: new Map(stillNews(rows, before)).set(missedCallId, said) }));
  });

  const news = stillNews(rows, heard);
  return (row) => {
    const said = news.get(row.id);
    return said ? said.callBack : row.callBack;
  };
}

/** What the server rendered since knows as much, but for a row that has changed again. */
function stillNews(rows: ListedMissedCall[], { of, byRow }: Heard): Heard['byRow'] {
  if (of === rows) return byRow;
  const versionOf = new Map(rows.map((row) => [row.id, row.version]));
  return new Map([...byRow].filter(([id, { version }]) => version > (versionOf.get(id) ?? 0)));
}
