'use client';

import { type ReactNode, useRef } from 'react';
import { ChangesOffer } from '../live/changes-offer';
import { useConnected, useLiveEvent } from '../live/use-live-event';
import { useOfferedRefresh } from '../live/use-offered-refresh';

/** Renders the customers again after they or their deliveries changed; while the pointer or the keyboard is among them it offers to. */
export function LiveCustomers({ children }: { children: ReactNode }) {
  const list = useRef<HTMLDivElement>(null);
  const { count, collect, refresh } = useOfferedRefresh(list);
  useLiveEvent('customer:changed', ({ customerId }) => collect(customerId));
  useLiveEvent('delivery:changed', ({ deliveryId }) => collect(deliveryId));
  useConnected(refresh);

  return (
    <div ref={list} className="relative">
      <ChangesOffer count={count} onShow={refresh} />
      {children}
    </div>
  );
}
