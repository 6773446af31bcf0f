'use client';

import { useConnected, useLiveEvent } from '../live/use-live-event';
import { useRefreshSoon } from '../live/use-refresh-soon';

/** Renders the page again after drivers or deliveries changed. */
export function RefreshOnChange() {
  const refreshSoon = useRefreshSoon();
  useLiveEvent('delivery:changed', refreshSoon);
  useLiveEvent('driver:changed', refreshSoon);
  useConnected(refreshSoon);

  return null;
}
