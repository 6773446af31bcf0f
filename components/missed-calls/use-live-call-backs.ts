'use client';

import { useState } from 'react';
import type { LiveCallBack } from '@/lib/call-backs/types';
import type { MissedCallRow } from '@/lib/missed-calls/queries';
import { useLiveEvent } from '../live/use-live-event';
import { type CallBackNews, newsSince } from './call-back-news';

/** A row of the list, with who is calling its caller back now, and how many notes it has. */
export type ListedMissedCall = MissedCallRow & { callBack: LiveCallBack | null; notes: number };

/** Who is calling back is on the row at once, for everyone: also while the list waits to be rendered anew. */
export function useLiveCallBacks(readAtMs: number): (row: ListedMissedCall) => LiveCallBack | null {
  const [heard, setHeard] = useState<ReadonlyMap<string, CallBackNews>>(new Map());

  useLiveEvent('call-back:changed', ({ missedCallId, ...said }) => {
    setHeard((before) => {
      const news = newsSince(readAtMs, before);
      // Two of one call may overtake each other on the way.
      return (news.get(missedCallId)?.atMs ?? 0) > said.atMs ? before : new Map(news).set(missedCallId, said);
    });
  });

  const news = newsSince(readAtMs, heard);
  return (row) => {
    const said = news.get(row.id);
    return said ? said.callBack : row.callBack;
  };
}
