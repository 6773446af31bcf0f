'use client';

import { useEffect, useEffectEvent } from 'react';

type CallKey = 'F2' | 'F4' | 'F7' | 'F8' | 'F9';

/** Keys that work wherever the focus is. One that means nothing now is left to the browser, as is any with a modifier. */
export function useCallKeys(acts: Partial<Record<CallKey, () => void>>): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.shiftKey || event.metaKey || event.isComposing) return;
    const act = isCallKey(event.key) ? acts[event.key] : undefined;
    if (!act) return;

    event.preventDefault();
    if (!event.repeat) act();
  });

  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}

function isCallKey(key: string): key is CallKey {
  return key === 'F2' || key === 'F4' || key === 'F7' || key === 'F8' || key === 'F9';
}
