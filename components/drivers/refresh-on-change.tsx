'use client';

import { useLiveEvent, useReconnected } from '../live/use-live-event';
import { useRefreshSoon } from '../live/use-refresh-soon';

/** Renders the page again after drivers or deliveries changed. */
export function RefreshOnChange() {
  const refreshSoon = useRefreshSoon();
  useLiveEvent('delivery:changed', refreshSoon);
  useLiveEvent('driver:changed', refreshSoon);
  useReconnected(refreshSoon);

  return null;
}
