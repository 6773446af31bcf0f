'use client';

import { useState } from 'react';
import { consultationOf } from '@/lib/softphone/consultation';
import { isHere, useDesk } from '../softphone/desk-context';

/** Which call is about to be given away. Nothing is, once that call is over or has gone. */
export function useTransfer() {
  const { current } = useDesk();
  const [callId, setCallId] = useState<string | null>(null);
  const consultation = consultationOf(current);

  const [first] = current.filter(isHere);
  const isUp = first && first.phase !== 'dialling' && first.call.callId !== consultation?.asked.callId;

  return {
    consultation,
    givenAwayId: current.some((each) => each.call.callId === callId) ? callId : null,
    open: setCallId,
    close: () => setCallId(null),
    /** Of the call that keys mean; undefined while it cannot be given away. */
    openByKey: isUp ? () => setCallId(first.call.callId) : undefined,
  };
}

export type Transfer = ReturnType<typeof useTransfer>;
