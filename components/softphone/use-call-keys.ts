'use client';

import { useEffect, useEffectEvent } from 'react';
import { pressedKey } from '@/lib/softphone/pressed-key';

/** `act` is missing while the key means nothing. */
export type CallKey = { key: string; act: (() => void) | undefined };

/** Keys that work wherever the focus is. One that means nothing now is left to the browser, as is any other. */
export function useCallKeys(keys: CallKey[]): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.isComposing) return;
    const pressed = pressedKey(event);
    const act = keys.find(({ key }) => key === pressed)?.act;
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
