'use client';

import { useEffect, useEffectEvent } from 'react';
import type { ServerToClient } from '@/lib/realtime/events';
import { whenIdle } from '../ui/when-idle';
import { useLiveSocket } from './live-provider';
import { rememberConnected, wasConnected } from './was-connected';

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

/**
 * Calls the handler whenever the connection comes up, the first time too: what was rendered before may have missed facts. The first
 * time it waits until the page is idle, since that is while the page wakes up and the phone registers.
 */
export function useConnected(handler: () => void): void {
  const socket = useLiveSocket();
  const onUp = useEffectEvent(handler);

  useEffect(() => {
    if (!socket) return;

    let callOff: () => void = () => undefined;
    const connected = () => {
      callOff();
      if (wasConnected(socket)) return onUp();
      callOff = whenIdle(() => onUp());
      // Once all who listen have heard of this first time.
      queueMicrotask(() => rememberConnected(socket));
    };
    socket.on('connect', connected);
    return () => {
      callOff();
      socket.off('connect', connected);
    };
  }, [socket]);
}
