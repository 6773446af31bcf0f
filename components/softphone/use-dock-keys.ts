'use client';

import { isHere, useDesk } from './desk-context';
import { useCallAct } from './use-call-act';
import { useCallKeys } from './use-call-keys';
import { useNoCallReason } from './use-callability';

/** F2 answers, F4 rejects what rings or else hangs up, F7 pauses, F8 holds, F9 transfers. */
export function useDockKeys(transfer: (() => void) | undefined): void {
  const { phone, ringing, current, mutedCallIds } = useDesk();
  const isConnected = useNoCallReason() === null;
  const answering = useCallAct();
  const ending = useCallAct();
  const holding = useCallAct();

  const [first] = ringing;
  const [mine] = current.filter(isHere);
  const up = mine && mine.phase !== 'dialling' ? mine : undefined;

  function rejectOrHangUp() {
    if (first) return () => ending.act(() => phone.reject(first.callId));
    return mine && (() => ending.act(() => phone.hangUp(mine.call.callId)));
  }

  useCallKeys({
    F2: first && isConnected ? () => answering.act(() => phone.answer(first.callId)) : undefined,
    F4: isConnected ? rejectOrHangUp() : undefined,
    F7: up && (() => phone.setMuted(up.call.callId, !mutedCallIds.has(up.call.callId))),
    F8: up && isConnected ? () => holding.act(() => phone.setHeld(up.call.callId, up.phase !== 'held')) : undefined,
    F9: isConnected ? transfer : undefined,
  });
}
