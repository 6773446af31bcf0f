'use client';

import { useConnected, useLiveEvent } from '../../live/use-live-event';
import { useRefreshSoon } from '../../live/use-refresh-soon';

/** Renders the card again after this interest, or its customer, changed. */
export function RefreshInterest({ interestId, customerId }: { interestId: string; customerId: string | null }) {
  const refreshSoon = useRefreshSoon();
  useLiveEvent('interest:changed', (changed) => {
    if (changed.interestId === interestId) refreshSoon();
  });
  useLiveEvent('customer:changed', (changed) => {
    if (changed.customerId === customerId) refreshSoon();
  });
  useConnected(refreshSoon);

  return null;
}
