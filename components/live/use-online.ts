'use client';

import { useEffect, useEffectEvent } from 'react';

/** Calls the handler when the browser has a network again: the connection may not even have noticed that it was gone. */
export function useOnline(handler: () => void): void {
  const onBack = useEffectEvent(handler);

  useEffect(() => {
    const online = () => onBack();
    window.addEventListener('online', online);
    return () => window.removeEventListener('online', online);
  }, []);
}
