'use client';

import { useDesk } from './desk-context';
import { useIsHandedOver } from './use-is-handed-over';

/** Whether there is a dialer on this desk: not where it was switched off (S2.8), nor where another application dials (S2.9). */
export function useHasDialer(): boolean {
  const isHandedOver = useIsHandedOver();
  return useDesk().me.showsDialer && !isHandedOver;
}
