'use client';

import { useLiveEvent } from '../live/use-live-event';
import { useRefreshSoon } from '../live/use-refresh-soon';

/** What one sets in one tab holds in every other at once. */
export function FollowSettings() {
  const refresh = useRefreshSoon();
  useLiveEvent('settings:changed', refresh);
  return null;
}
