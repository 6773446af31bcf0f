'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

const REFRESH_MS = 5_000;

/** A link goes up and down by itself: whoever looks at it sees that within seconds. */
export function RefreshOften() {
  const router = useRouter();

  useEffect(() => {
    const timer = setInterval(() => document.visibilityState === 'visible' && router.refresh(), REFRESH_MS);
    return () => clearInterval(timer);
  }, [router]);

  return null;
}
