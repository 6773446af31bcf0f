'use client';

import { useCallback, useEffect, useState } from 'react';
import { type Ring, startRing } from './ring-sound';

/** Rings as long as `ring` says so. Browsers allow sound only after a first press or key on the page: until then `isBlocked`. */
export function useRing(ring: Ring | null) {
  const [context, setContext] = useState<AudioContext | null>(null);
  const turnOn = useCallback(() => setContext((before) => before ?? new AudioContext()), []);

  useEffect(() => {
    if (navigator.userActivation?.hasBeenActive) return turnOn();

    // Not as a press begins: the hint above the card would go, and the card move away, before the press is let go on Answer.
    const events = ['click', 'keydown'] as const;
    for (const name of events) window.addEventListener(name, turnOn, { once: true, capture: true });
    return () => {
      for (const name of events) window.removeEventListener(name, turnOn, { capture: true });
    };
  }, [turnOn]);

  useEffect(() => {
    if (!context || !ring) return;

    void context.resume();
    return startRing(context, ring);
  }, [context, ring]);

  return { isBlocked: ring !== null && context === null, turnOn };
}
