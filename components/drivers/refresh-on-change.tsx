'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { useLiveEvent, useReconnected } from '../live/use-live-event';

const GATHER_MS = 1_000;

/** Renders the page again after drivers or deliveries changed: many changes in a second are one. */
export function RefreshOnChange() {
  const router = useRouter();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  function refreshSoon() {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => router.refresh(), GATHER_MS);
  }

  useEffect(() => () => clearTimeout(timer.current), []);
  useLiveEvent('delivery:changed', refreshSoon);
  useLiveEvent('driver:changed', refreshSoon);
  useReconnected(refreshSoon);

  return null;
}
