'use client';

import { useEffect, useState } from 'react';
import { useDesk } from '../softphone/desk-context';

const TICK_MS = 1_000;

/** The server's time in milliseconds, once a second: a wrong clock on this computer shifts no timer. */
export function useServerNow(): number {
  const { state } = useDesk();
  const [localMs, setLocalMs] = useState(Date.now);

  useEffect(() => {
    const timer = setInterval(() => setLocalMs(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);

  return localMs + state.clockOffsetMs;
}
