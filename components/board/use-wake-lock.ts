'use client';

import { useEffect } from 'react';

/** Keeps the screen of a tablet on while the board is in sight, where the browser can; it lets go by itself when it is not. */
export function useWakeLock(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | undefined;
    let isLeft = false;

    async function keepAwake() {
      if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
      const taken = await navigator.wakeLock.request('screen').catch(() => undefined);
      if (isLeft) void taken?.release();
      else lock = taken;
    }

    void keepAwake();
    document.addEventListener('visibilitychange', keepAwake);
    return () => {
      isLeft = true;
      document.removeEventListener('visibilitychange', keepAwake);
      void lock?.release();
    };
  }, []);
}
