'use client';

import { unstable_rethrow } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { signOut } from '@/lib/auth/actions';
import { showError } from '../ui/show-message';
import { useLiveSocket } from './live-provider';

/**
 * Signs out, for a form's action or a transition. The page leaves by itself: the news that its session ended would cut off the answer
 * on its way, and lead whoever signs in next back to this page. Where the server does not answer, the page stays and says so.
 */
export function useSignOut(): () => Promise<void> {
  const refusals = useTranslations('refusals');
  const socket = useLiveSocket();

  return async function leave() {
    socket?.disconnect();
    try {
      await signOut();
    } catch (failure) {
      // The way to the sign-in comes as an exception too.
      unstable_rethrow(failure);
      socket?.connect();
      showError(refusals('unavailable'));
    }
  };
}
