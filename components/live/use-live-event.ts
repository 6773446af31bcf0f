'use client';

import { useEffect, useEffectEvent } from 'react';
import type { ServerToClient } from '@/lib/realtime/events';
import { useLiveSocket } from './live-provider';

/** Calls the handler for every fact of that name, in order, none left out. The handler may change between renders. */
export function useLiveEvent<Name extends keyof ServerToClient>(
  name: Name,
  handler: (...facts: Parameters<ServerToClient[Name]>) => void,
): void {
  const socket = useLiveSocket();
  const onFact = useEffectEvent(handler);

  useEffect(() => {
    if (!socket) return;

    // Socket.IO's types cannot follow a name that is a type parameter; its catch-all listener needs no cast.
    const listener = (heard: string, ...facts: Parameters<ServerToClient[Name]>) => {
      if (heard === name) onFact(...facts);
    };
    socket.onAny(listener);
    return () => {
      socket.offAny(listener);
    };
  }, [socket, name]);
}

/** Calls the handler when the connection is back after a loss: what is shown may have missed facts. */
export function useReconnected(handler: () => void): void {
  const socket = useLiveSocket();
  const onBack = useEffectEvent(handler);

  useEffect(() => {
    if (!socket) return;
    let wasLost = false;

    const lost = () => {
      wasLost = true;
    };
    const connected = () => {
      if (wasLost) onBack();
      wasLost = false;
    };
    socket.on('disconnect', lost);
    socket.on('connect', connected);
    return () => {
      socket.off('disconnect', lost);
      socket.off('connect', connected);
    };
  }, [socket]);
}
