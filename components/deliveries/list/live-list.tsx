'use client';

import { type ReactNode, useEffect, useEffectEvent, useRef } from 'react';
import { ChangesOffer } from '../../live/changes-offer';
import { useConnected, useLiveEvent } from '../../live/use-live-event';
import { useOfferedRefresh } from '../../live/use-offered-refresh';
import { useRowKeys } from '../../ui/use-row-keys';

/** What is due soon becomes late without anybody saving. */
const TICK_MS = 60_000;

/** Keeps the list true without moving what is under the pointer or the keyboard. */
export function LiveList({ children }: { children: ReactNode }) {
  const list = useRef<HTMLDivElement>(null);
  const { count, collect, refresh, refreshUnlessInUse } = useOfferedRefresh(list);
  useRowKeys(list);
  useLiveEvent('delivery:changed', ({ deliveryId }) => collect(deliveryId));
  useConnected(refresh);

  const onTick = useEffectEvent(refreshUnlessInUse);
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
