'use client';

import { useEffect, useState } from 'react';
import { whenIdle } from './when-idle';

const RETRY_MS = 5_000;

/**
 * A part of the page that comes when the page is idle, or at once when it is needed; null until then. One that cannot be
 * fetched just now is fetched again later, and takes nothing else down with it. `load` stays the same function.
 */
export function useLater<Part>(load: () => Promise<Part>, isNeeded: boolean): Part | null {
  const [loaded, setLoaded] = useState<{ part: Part } | null>(null);
  const hasPart = loaded !== null;

  useEffect(() => {
    if (hasPart) return;
    let isGone = false;
    let retry: ReturnType<typeof setTimeout> | undefined;

    const fetchPart = () =>
      load().then(
        (part) => !isGone && setLoaded({ part }),
        () => {
          if (!isGone) retry = setTimeout(fetchPart, RETRY_MS);
        },
      );
    const callOff = isNeeded ? void fetchPart() : whenIdle(fetchPart);

    return () => {
      isGone = true;
      clearTimeout(retry);
      callOff?.();
    };
  }, [hasPart, load, isNeeded]);

  return loaded?.part ?? null;
}
