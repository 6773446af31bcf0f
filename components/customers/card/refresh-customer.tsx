'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { useLiveEvent, useReconnected } from '../../live/use-live-event';

const GATHER_MS = 1_000;

/** Renders the card again after this customer, or a delivery that may be theirs, changed: many changes in a second are one. */
export function RefreshCustomer({ customerId }: { customerId: string }) {
  const router = useRouter();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  function refreshSoon() {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => router.refresh(), GATHER_MS);
  }

  useEffect(() => () => clearTimeout(timer.current), []);
  useLiveEvent('customer:changed', (changed) => {
    if (changed.customerId === customerId) refreshSoon();
  });
  useLiveEvent('delivery:changed', refreshSoon);
  useReconnected(refreshSoon);

  return null;
}
