'use client';

import { unstable_rethrow } from 'next/navigation';
import { signOut } from '@/lib/auth/actions';
import { useLiveSocket } from './live-provider';

/**
 * Signs out for a form's action or a transition. The page leaves by itself: the news that its session ended would cut off the answer
 * on its way, and lead whoever signs in next back to this page.
 */
export function useSignOut(): () => Promise<void> {
  const socket = useLiveSocket();

  return async function leave() {
    socket?.disconnect();
    try {
      await signOut();
    } catch (failure) {
      // The way to the sign-in comes as an exception too.
      unstable_rethrow(failure);
      socket?.connect();
      throw failure;
    }
  };
}
