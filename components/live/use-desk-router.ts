'use client';

import { useRouter } from 'next/navigation';
import { useMemo } from 'react';
import { isServerNear } from './is-server-near';
import { useLiveSocket } from './live-provider';
import { onceDrawable } from './once-drawable';

type DeskRouter = Omit<ReturnType<typeof useRouter>, 'refresh'> & {
  /** Resolves once the page is asked for. A transition that awaits it ends with the new page, as it does with Next's own. */
  refresh: () => Promise<void>;
};

/**
 * Next's router, whose `refresh` does nothing while the server is out of reach: Next takes a page that it cannot have for one of
 * another site and leaves this one, with everything that is written and the call that is up on it. What is live looks again by
 * itself once the connection is back. While only the database is away, it waits until that is back.
 */
export function useDeskRouter(): DeskRouter {
  const router = useRouter();
  const socket = useLiveSocket();

  return useMemo(() => {
    const refresh = async () => {
      if (isServerNear(socket)) await onceDrawable(router.refresh);
    };
    return { ...router, refresh };
  }, [router, socket]);
}
