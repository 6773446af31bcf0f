'use client';

import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { readDelivery } from '@/lib/deliveries/actions';
import type { DeliveryView } from '@/lib/deliveries/delivery-queries';
import type { SavedDelivery } from '@/lib/deliveries/types';
import { useConnected, useLiveEvent } from '../../live/use-live-event';
import { useOnline } from '../../live/use-online';
import { useDesk } from '../../softphone/desk-context';
import type { DraftKeeper } from './draft-keeper';

/** What stands beside the form, kept true: a colleague's save reaches the form without touching what is being typed. */
export function useLiveDelivery(keeper: DraftKeeper, initial: DeliveryView | null) {
  const { me } = useDesk();
  const [view, setView] = useState(initial);

  const read = useCallback(async () => {
    const result = await readDelivery(keeper.id()).catch(() => null);
    if (!result?.ok) return;
    keeper.hear(result.data.saved);
    setView(result.data);
  }, [keeper]);

  const saved = useSyncExternalStore(
    keeper.subscribe,
    () => keeper.getSnapshot().editing.saved,
    () => keeper.getSnapshot().editing.saved,
  );
  const isBehind = saved !== null && isViewBehind(view, saved);
  useEffect(() => {
    if (isBehind) void read();
  }, [isBehind, read]);

  useLiveEvent('delivery:changed', ({ deliveryId, version, byId }) => {
    if (deliveryId !== keeper.id()) return;
    const { editing } = keeper.getSnapshot();
    const isOwnSave = byId === me.id && editing.sending !== null;
    if (!isOwnSave && version > (editing.saved?.version ?? 0)) void read();
  });
  // One's own call to the customer or the driver is on the list from its first ring.
  useLiveEvent('call:ringing', ({ direction }) => {
    if (direction === 'outbound' && saved) void read();
  });
  useLiveEvent('call:changed', ({ callId, phase }) => {
    const shown = view?.calls.find(({ id }) => id === callId);
    if (phase === 'ended' && shown && shown.phase !== 'ended') void read();
  });
  useConnected(() => {
    void keeper.flush();
    if (saved) void read();
  });
  // It waits up to 15 s for its next try otherwise.
  useOnline(() => void keeper.flush());

  return { saved, view, refresh: read };
}

/** The row is new, or one's own first change after sending is not on the timeline yet; later ones only move its time. */
function isViewBehind(view: DeliveryView | null, saved: SavedDelivery): boolean {
  if (!view) return true;
  return saved.sentContent !== null && view.saved.version < saved.version && view.timeline[0]?.type !== 'changed';
}
