'use client';

import { useDesk } from './desk-context';

/** Whether another application has this user's calls: numbers are handed to it, and nothing is answered or ended here (S2.9). */
export function useIsHandedOver(): boolean {
  const { state, sip } = useDesk();
  // A call that this browser has goes on here until it is over.
  return state.phone?.kind === 'application' && !sip;
}
