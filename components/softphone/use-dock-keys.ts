'use client';

import type { PhoneDeed } from '@/lib/softphone/what-phone-can';
import { isHere, useDesk } from './desk-context';
import { useCallAct } from './use-call-act';
import { useCallKeys } from './use-call-keys';
import { useWhyNot } from './use-callability';
import { useEndKey } from './use-end-key';

/**
 * One key answers, one rejects what rings or else hangs up, one pauses, one holds, one transfers: the user's own, F2, F4, F7, F8 and
 * F9 until changed.
 */
export function useDockKeys(transfer: (() => void) | undefined): void {
  const { me, phone, ringing, current, mutedCallIds } = useDesk();
  const { keys } = me;
  const whyNot = useWhyNot();
  const endKey = useEndKey();
  const can = (deed: PhoneDeed) => whyNot(deed) === null;
  const answering = useCallAct();
  const ending = useCallAct();
  const pausing = useCallAct();
  const holding = useCallAct();

  const [first] = ringing;
  const [mine] = current.filter(isHere);
  const up = mine && mine.phase !== 'dialling' ? mine : undefined;

  function rejectOrHangUp() {
    if (first && endKey === 'reject') return () => ending.act(() => phone.reject(first.callId));
    if (mine && endKey === 'hangUp') return () => ending.act(() => phone.hangUp(mine.call.callId));
    return undefined;
  }

  useCallKeys([
    { key: keys.answer, act: first && can('answer') ? () => answering.act(() => phone.answer(first.callId)) : undefined },
    { key: keys.hangUp, act: rejectOrHangUp() },
    {
      key: keys.pause,
      act:
        up && can('pause')
          ? () => pausing.act(() => phone.setMuted(up.call.callId, !mutedCallIds.has(up.call.callId)))
          : undefined,
    },
    {
      key: keys.hold,
      act: up && can('hold') ? () => holding.act(() => phone.setHeld(up.call.callId, up.phase !== 'held')) : undefined,
    },
    { key: keys.transfer, act: can('transfer') ? transfer : undefined },
  ]);
}
