'use client';

import { useEffect, useEffectEvent, useRef } from 'react';
import { gather } from './gather';

/** Call what it answers for every fact: the act follows once for all facts of one wait, and not at all after the component has gone. */
export function useGathered(act: () => void, waitMs: number): () => void {
  const gathered = useRef<ReturnType<typeof gather>>(null);
  const onGathered = useEffectEvent(act);

  useEffect(() => {
    const facts = gather(() => onGathered(), waitMs);
    gathered.current = facts;
    return () => facts.stop();
  }, [waitMs]);

  return () => gathered.current?.soon();
}
