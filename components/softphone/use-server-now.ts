'use client';

import { useEffect, useState } from 'react';
import { useDesk } from './desk-context';

const TICK_MS = 1_000;

/**
 * The server's time in milliseconds, once a second: a wrong clock on this computer shifts no timer.
 * What the server renders too passes the moment it was rendered, so that the browser begins with the same text.
 */
export function useServerNow(renderedAtMs?: number): number {
  const { state } = useDesk();
  const [localMs, setLocalMs] = useState(() => renderedAtMs ?? Date.now());

  useEffect(() => {
    const timer = setInterval(() => setLocalMs(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);

  return localMs + state.clockOffsetMs;
}
