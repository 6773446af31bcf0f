'use client';

import { type ReactNode, useRef } from 'react';
import { ChangesOffer } from '../../live/changes-offer';
import { useConnected, useLiveEvent } from '../../live/use-live-event';
import { useMinuteTick } from '../../live/use-minute-tick';
import { useOfferedRefresh } from '../../live/use-offered-refresh';
import { useRowKeys } from '../../ui/use-row-keys';

/** Keeps the list true without moving what is under the pointer or the keyboard. */
export function LiveList({ children }: { children: ReactNode }) {
  const list = useRef<HTMLDivElement>(null);
  const { count, collect, refresh, refreshUnlessInUse } = useOfferedRefresh(list);
  useRowKeys(list);
  useLiveEvent('delivery:changed', ({ deliveryId }) => collect(deliveryId));
  useConnected(refresh);

  useMinuteTick(refreshUnlessInUse);

  return (
    <div ref={list} className="relative">
      <ChangesOffer count={count} onShow={refresh} />
      {children}
    </div>
  );
}
