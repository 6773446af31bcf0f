'use client';

import { useConnected, useLiveEvent } from '../../live/use-live-event';
import { useRefreshSoon } from '../../live/use-refresh-soon';

/** Renders the card again after this customer, or a delivery or an interest that may be theirs, changed. */
export function RefreshCustomer({ customerId }: { customerId: string }) {
  const refreshSoon = useRefreshSoon();
  useLiveEvent('customer:changed', (changed) => {
    if (changed.customerId === customerId) refreshSoon();
  });
  useLiveEvent('delivery:changed', refreshSoon);
  useLiveEvent('interest:changed', refreshSoon);
  useConnected(refreshSoon);

  return null;
}
