'use client';

import { useDeskRouter } from './use-desk-router';
import { useGathered } from './use-gathered';

const GATHER_MS = 1_000;

/** Renders the page again a moment after it was called: many changes in a second are one. */
export function useRefreshSoon(): () => void {
  const router = useDeskRouter();
  return useGathered(() => router.refresh(), GATHER_MS);
}
