'use client';

import { useRouter } from 'next/navigation';
import { useLayoutEffect, useState } from 'react';
import type { Opening } from './use-draft-keeper';

/**
 * Back to a draft that was begun here: Next kept the page of a new delivery in that entry of the history, under the draft's own
 * address. The page that belongs to the address is asked for before anybody sees, or types into, the empty one.
 */
export function useReturn(opening: Opening): boolean {
  const router = useRouter();
  const [isReturning, setReturning] = useState(false);

  useLayoutEffect(() => {
    const { pathname } = window.location;
    if (opening.deliveryId !== null || pathname === '/deliveries/new') return;
    setReturning(true);
    router.replace(pathname);
  }, [opening.deliveryId, router]);

  return isReturning;
}
