'use client';

import { type ReactNode, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { currentOf, initialPhoneState, nextPhoneState, ringingAt } from '@/lib/softphone/phone-state';
import { createPracticePhone } from '@/lib/softphone/practice-phone';
import { followDesk } from '../live/follow-desk';
import { useLiveSocket } from '../live/live-provider';
import { DeskContext, type DeskUser } from './desk-context';

const practicePhone = createPracticePhone();

/** Holds what this user's phone does now, fed by the live connection, and the phone that acts on it. */
export function DeskProvider({ me, children }: { me: DeskUser; children: ReactNode }) {
  const socket = useLiveSocket();
  const [state, tell] = useReducer(nextPhoneState, initialPhoneState);
  const [mutedCallIds, setMutedCallIds] = useState<ReadonlySet<string>>(new Set());
  const askAgain = useRef<() => void>(undefined);

  useEffect(() => {
    if (!socket) return;

    const { ask, stop } = followDesk(socket, me.id, tell);
    askAgain.current = ask;
    return stop;
  }, [socket, me.id]);

  useEffect(() => {
    if (state.needsSnapshot) askAgain.current?.();
  }, [state.needsSnapshot]);

  const desk = useMemo(() => {
    const phone = {
      ...practicePhone,
      setMuted(callId: string, muted: boolean) {
        practicePhone.setMuted(callId, muted);
        setMutedCallIds((before) => withMember(before, callId, muted));
      },
    };

    return { me, state, phone, mutedCallIds, ringing: ringingAt(state, me.id), current: currentOf(state, me.id) };
  }, [me, state, mutedCallIds]);

  return <DeskContext value={desk}>{children}</DeskContext>;
}

function withMember(set: ReadonlySet<string>, member: string, isIn: boolean): ReadonlySet<string> {
  const next = new Set(set);
  if (isIn) next.add(member);
  else next.delete(member);
  return next;
}
