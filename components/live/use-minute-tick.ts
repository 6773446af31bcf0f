'use client';

import { useEffect, useEffectEvent } from 'react';

const MINUTE_MS = 60_000;

/** Once a minute, while somebody may look at it: what is due or ago is so by the clock, without anybody saving. */
export function useMinuteTick(act: () => void): void {
  const onTick = useEffectEvent(act);

  useEffect(() => {
    const tick = setInterval(() => document.visibilityState === 'visible' && onTick(), MINUTE_MS);
    return () => clearInterval(tick);
  }, []);
}
