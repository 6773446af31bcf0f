'use client';

import { type ReactNode, useEffect, useEffectEvent, useRef } from 'react';
import { ChangesOffer } from '../live/changes-offer';
import { useConnected, useLiveEvent } from '../live/use-live-event';
import { useOfferedRefresh } from '../live/use-offered-refresh';

/** How long ago somebody was missed is said in minutes. */
const TICK_MS = 60_000;

/** Keeps the list true without moving what is under the pointer or the keyboard. */
export function LiveMissedCalls({ children }: { children: ReactNode }) {
  const list = useRef<HTMLDivElement>(null);
  const { count, collect, refresh, refreshUnlessInUse } = useOfferedRefresh(list);
  const isOpen = () => list.current?.checkVisibility() === true;
  useLiveEvent('missed-call:changed', ({ missedCallId }) => isOpen() && collect(missedCallId));
  useConnected(() => isOpen() && refresh());

  const onTick = useEffectEvent(() => isOpen() && refreshUnlessInUse());
  useEffect(() => {
    const tick = setInterval(() => document.visibilityState === 'visible' && onTick(), TICK_MS);
    return () => clearInterval(tick);
  }, []);

  return (
    <div ref={list} className="relative">
      <ChangesOffer count={count} onShow={refresh} />
      {children}
    </div>
  );
}
