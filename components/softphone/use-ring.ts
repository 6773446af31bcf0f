'use client';

import { useEffect, useEffectEvent, useRef } from 'react';
import type { CallAtPhone } from '@/lib/softphone/phone-state';
import type { Ring } from '@/lib/softphone/ring-sound';
import { playConnectTone, startRing, startRingingTone } from '@/lib/softphone/ringer';

/** Rings as long as `ring` says so, in the tab whose turn it is. */
export function useRing(ring: Ring | null, isMyTurn: boolean): void {
  useEffect(() => {
    if (ring && isMyTurn) return startRing(ring);
  }, [ring, isMyTurn]);
}

/** A PBX that sends no tone of its own while it rings at the other end leaves one in silence. */
export function useRingingTone(isRingingThere: boolean, isMyTurn: boolean): void {
  useEffect(() => {
    if (isRingingThere && isMyTurn) return startRingingTone();
  }, [isRingingThere, isMyTurn]);
}

/** Lets the operator hear that a call which rang here is up, and whether it is a customer they owe a call. */
export function useConnectTone(ringingIds: readonly string[], current: readonly CallAtPhone[], isMyTurn: boolean): void {
  const rang = useRef<readonly string[]>([]);
  const rings = ringingIds.join(' ');
  const talkingIds = current.flatMap(({ call, phase }) => (phase === 'talking' ? [call.callId] : [])).join(' ');

  const sound = useEffectEvent(() => {
    const connected = current.find(({ call, phase }) => phase === 'talking' && rang.current.includes(call.callId));
    rang.current = ringingIds;
    if (connected && isMyTurn) playConnectTone(connected.call.class === 'callback' ? 'callback' : 'other');
  });
  useEffect(() => sound(), [rings, talkingIds]);
}
