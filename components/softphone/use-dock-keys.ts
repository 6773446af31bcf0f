'use client';

import { isHere, useDesk } from './desk-context';
import { useCallAct } from './use-call-act';
import { useCallKeys } from './use-call-keys';
import { useNoCallReason } from './use-callability';
import { useIsHandedOver } from './use-is-handed-over';

/**
 * One key answers, one rejects what rings or else hangs up, one pauses, one holds, one transfers: the user's own, F2, F4, F7, F8 and
 * F9 until changed.
 */
export function useDockKeys(transfer: (() => void) | undefined): void {
  const { me, phone, sip, ringing, current, mutedCallIds } = useDesk();
  const { keys } = me;
  const isHandedOver = useIsHandedOver();
  const isConnected = useNoCallReason() === null && !isHandedOver;
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

  useCallKeys([
    { key: keys.answer, act: first && isConnected ? () => answering.act(() => phone.answer(first.callId)) : undefined },
    { key: keys.hangUp, act: isConnected || sip ? rejectOrHangUp() : undefined },
    {
      key: keys.pause,
      act: up && !isHandedOver ? () => phone.setMuted(up.call.callId, !mutedCallIds.has(up.call.callId)) : undefined,
    },
    {
      key: keys.hold,
      act: up && isConnected ? () => holding.act(() => phone.setHeld(up.call.callId, up.phase !== 'held')) : undefined,
    },
    { key: keys.transfer, act: isConnected ? transfer : undefined },
  ]);
}
