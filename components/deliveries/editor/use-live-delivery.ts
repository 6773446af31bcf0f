'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import { readDelivery } from '@/lib/deliveries/actions';
import type { DeliveryView } from '@/lib/deliveries/delivery-queries';
import { useLiveEvent, useReconnected } from '../../live/use-live-event';
import { useDesk } from '../../softphone/desk-context';
import type { DraftKeeper } from './draft-keeper';

/** What stands beside the form, kept true: a colleague's save reaches the form without touching what is being typed. */
export function useLiveDelivery(keeper: DraftKeeper, initial: DeliveryView | null, number: number | null): DeliveryView | null {
  const { me } = useDesk();
  const [view, setView] = useState(initial);

  const read = useEffectEvent(async () => {
    const result = await readDelivery(keeper.id()).catch(() => null);
    if (!result?.ok) return;
    keeper.hear(result.data.saved);
    setView(result.data);
  });

  const hasNewRow = number !== null && view === null;
  useEffect(() => {
    if (hasNewRow) void read();
  }, [hasNewRow]);

  useLiveEvent('delivery:changed', ({ deliveryId, version, byId }) => {
    if (deliveryId !== keeper.id()) return;
    const { editing } = keeper.getSnapshot();
    const isOwnSave = byId === me.id && editing.sending !== null;
    if (!isOwnSave && version > (editing.saved?.version ?? 0)) void read();
  });
  useReconnected(() => {
    void keeper.flush();
    if (number !== null) void read();
  });

  return view;
}
