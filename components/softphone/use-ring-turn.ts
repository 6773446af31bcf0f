'use client';

import { useEffect, useState } from 'react';

const LOCK = 'offhook-ring';

/**
 * Whether this tab is the one of its browser that rings (R23). It is held until the tab closes; then the next one has it.
 * `mayRing`: a tab that may make no sound leaves it to one that may.
 */
export function useRingTurn(mayRing: boolean): boolean {
  const [isMine, setIsMine] = useState(false);

  useEffect(() => {
    if (!mayRing) return;
    // Web Locks exist on https and localhost only; without them every tab rings, which is better than none.
    if (!navigator.locks) return setIsMine(true);

    const waiting = new AbortController();
    let letGo = () => {};
    const held = navigator.locks.request(LOCK, { signal: waiting.signal }, () => {
      setIsMine(true);
      return new Promise<void>((resolve) => {
        letGo = resolve;
      });
    });
    // Called off while it waited: nothing was missed.
    held.catch(() => undefined);

    return () => {
      waiting.abort();
      letGo();
      setIsMine(false);
    };
  }, [mayRing]);

  return isMine;
}

/** Whether some tab of this browser rings, so that a silent one need not ask for sound. Looked at again when `isAsked` changes. */
export function useIsRungElsewhere(isAsked: boolean): boolean {
  const [isRung, setIsRung] = useState(false);

  useEffect(() => {
    let isGone = false;
    const look = async () => {
      const held = (await navigator.locks?.query())?.held ?? [];
      if (!isGone) setIsRung(held.some((lock) => lock.name === LOCK));
    };
    if (isAsked) void look();
    document.addEventListener('visibilitychange', look);

    return () => {
      isGone = true;
      document.removeEventListener('visibilitychange', look);
    };
  }, [isAsked]);

  return isRung;
}
