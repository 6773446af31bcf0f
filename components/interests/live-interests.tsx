'use client';

import { type ReactNode, useEffect, useEffectEvent, useRef } from 'react';
import { ChangesOffer } from '../live/changes-offer';
import { useConnected, useLiveEvent } from '../live/use-live-event';
import { useOfferedRefresh } from '../live/use-offered-refresh';
import { useRowKeys } from '../ui/use-row-keys';

/** What is due today is overdue in a while without anybody saving. */
const TICK_MS = 60_000;

/** Keeps the list true without moving what is under the pointer or the keyboard. */
export function LiveInterests({ children }: { children: ReactNode }) {
  const list = useRef<HTMLDivElement>(null);
  const { count, collect, refresh, refreshUnlessInUse } = useOfferedRefresh(list);
  // A view that was left stays drawn, out of sight: the one that is open asks for both.
  const isOpen = () => list.current?.checkVisibility() === true;
  useRowKeys(list);
  useLiveEvent('interest:changed', ({ interestId }) => isOpen() && collect(interestId));
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
