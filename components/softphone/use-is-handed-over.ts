'use client';

import { useDesk } from './desk-context';

/** Whether another application has this user's calls: numbers are handed to it, and nothing is answered or ended here (S2.9). */
export function useIsHandedOver(): boolean {
  return useDesk().state.phone?.kind === 'application';
}
