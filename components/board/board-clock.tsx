'use client';

import { createContext, type ReactNode, use, useEffect, useState } from 'react';

const TICK_MS = 1_000;

const ClockContext = createContext(0);

/** The server's time once a second for all of a board: a tablet with a wrong clock shows right timers. */
export function BoardClock({
  renderedAtMs,
  offsetMs,
  children,
}: {
  /** The server's, so that the browser begins with the same text. */
  renderedAtMs: number;
  offsetMs: number;
  children: ReactNode;
}) {
  const [nowMs, setNowMs] = useState(renderedAtMs);

  useEffect(() => {
    const tick = () => setNowMs(Date.now() + offsetMs);
    tick();
    const timer = setInterval(tick, TICK_MS);
    return () => clearInterval(timer);
  }, [offsetMs]);

  return <ClockContext value={nowMs}>{children}</ClockContext>;
}

export function useBoardNow(): number {
  return use(ClockContext);
}
