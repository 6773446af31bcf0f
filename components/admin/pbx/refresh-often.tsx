'use client';

import { useEffect } from 'react';
import { useDeskRouter } from '../../live/use-desk-router';

const REFRESH_MS = 5_000;

/** A link goes up and down by itself: whoever looks at it sees that within seconds. */
export function RefreshOften() {
  const router = useDeskRouter();

  useEffect(() => {
    const timer = setInterval(() => document.visibilityState === 'visible' && router.refresh(), REFRESH_MS);
    return () => clearInterval(timer);
  }, [router]);

  return null;
}
