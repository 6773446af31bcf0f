'use client';

import { useEffect, useEffectEvent } from 'react';
import { KEYED_ACTS, type KeyedAct, pressedKey } from '@/lib/softphone/call-keys';
import { useDesk } from './desk-context';

/** Keys that work wherever the focus is. One that means nothing now is left to the browser, as is any other. */
export function useCallKeys(acts: Partial<Record<KeyedAct, () => void>>): void {
  const { keys } = useDesk().me;

  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.isComposing) return;
    const pressed = pressedKey(event);
    const named = KEYED_ACTS.find((each) => keys[each] === pressed);
    const act = named && acts[named];
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
