'use client';

import { useRouter } from 'next/navigation';
import { useMemo } from 'react';
import { useLiveSocket } from './live-provider';
import type { LiveSocket } from './live-socket';
import { wasConnected } from './was-connected';

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

/** A connection that never came up says nothing: some networks let only requests through. */
function isServerNear(socket: LiveSocket | null): boolean {
  const isLost = socket !== null && !socket.connected && wasConnected(socket);
  return navigator.onLine && !isLost;
}
