'use client';

import { useRouter } from 'next/navigation';
import { useMemo } from 'react';
import { isServerNear } from './is-server-near';
import { useLiveSocket } from './live-provider';

/**
 * Next's router, whose `refresh` does nothing while the server is out of reach: Next takes a page that it cannot have for one of
 * another site and leaves this one, with everything that is written and the call that is up on it. What is live looks again by
 * itself once the connection is back.
 */
export function useDeskRouter(): ReturnType<typeof useRouter> {
  const router = useRouter();
  const socket = useLiveSocket();

  return useMemo(() => {
    const refresh = () => {
      if (isServerNear(socket)) router.refresh();
    };
    return { ...router, refresh };
  }, [router, socket]);
}
