'use client';

import dynamic from 'next/dynamic';
import { type ReactNode, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { done } from '@/lib/action-result';
import { initialPhoneState, nextPhoneState } from '@/lib/softphone/phone-state';
import { createServerPhone } from '@/lib/softphone/server-phone';
import { guardAgainstSlips } from '@/lib/softphone/slips';
import { followDesk } from '../live/follow-desk';
import { useLiveSocket } from '../live/live-provider';
import { callsAtServer, callsHere } from './calls-here';
import { DeskContext, type DeskUser } from './desk-context';
import { PHONE_OF } from './sip-desk-store';
import { useSipDesk } from './use-sip-desk';

const serverPhone = createServerPhone();
const withoutSlips = guardAgainstSlips(() => Date.now());
// Only hurries: where it cannot be fetched, whoever needs the code asks for it again.
const PhoneCode = dynamic(() =>
  import('./phone-code').then(
    ({ PhoneCode }) => PhoneCode,
    () => () => null,
  ),
);

/** Holds what this user's phone does now, fed by the live connection, and the phone that acts on it. */
export function DeskProvider({ me, children }: { me: DeskUser; children: ReactNode }) {
  const socket = useLiveSocket();
  const [state, tell] = useReducer(nextPhoneState, { ...initialPhoneState, phone: me.phone });
  const [mutedAtServer, setMutedAtServer] = useState<ReadonlySet<string>>(new Set());
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

  const { desk: sipDesk, changes } = useSipDesk(state.phone?.kind === 'sip', me, state);
  const sip = sipDesk?.shared() ?? null;

  // `changes` stands for what the phone holds outside React.
  const desk = useMemo(() => {
    if (sipDesk && sip)
      return { me, state, sip, phone: withoutSlips(sipDesk.phone), ...callsHere(sipDesk.joinedWith(state), sip) };

    const phone = withoutSlips({
      ...serverPhone,
      setMuted: async (callId: string, muted: boolean) => {
        setMutedAtServer((before) => withMember(before, callId, muted));
        return done;
      },
    });
    return { me, state, sip: null, phone, mutedCallIds: mutedAtServer, ...callsAtServer(state, me.id) };
  }, [me, state, sipDesk, sip, changes, mutedAtServer]);

  return (
    <DeskContext value={desk}>
      {children}
      {me.phone?.kind === 'sip' && (
        <>
          <meta name={PHONE_OF} content={me.id} />
          <PhoneCode />
        </>
      )}
    </DeskContext>
  );
}

function withMember(set: ReadonlySet<string>, member: string, isIn: boolean): ReadonlySet<string> {
  const next = new Set(set);
  if (isIn) next.add(member);
  else next.delete(member);
  return next;
}
