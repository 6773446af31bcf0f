'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Board } from '@/lib/board/types';
import { useLiveSocket } from '../live/live-provider';
import { useLiveEvent } from '../live/use-live-event';
import { boardDoors } from './board-doors';
import { type BoardKeeper, createBoardKeeper } from './board-keeper';
import { keptActs } from './kept-acts';

/** A socket that is silently dead is noticed by then, and what it did not tell is read. */
const REFRESH_MS = 30_000;
const RETRY_MS = 5_000;

/** A board that follows the server, and sends again what was pressed while nobody answered. */
export function useBoard(initial: Board, userId: string) {
  const [keeper] = useState(() => keeperOf(initial, userId));
  const view = useSyncExternalStore(keeper.subscribe, keeper.getSnapshot, keeper.getSnapshot);
  const isLive = useFollowing(keeper);

  useEffect(() => keeper.resume(), [keeper]);

  useEffect(() => {
    const timer = setInterval(() => keeper.refresh(), REFRESH_MS);
    return () => clearInterval(timer);
  }, [keeper]);

  useEffect(() => {
    if (view.isReachable && !view.isHeldUp) return;
    const timer = setInterval(() => keeper.retry(), RETRY_MS);
    return () => clearInterval(timer);
  }, [keeper, view.isReachable, view.isHeldUp]);

  // The server knows where this browser belongs now: the sign-in, or nowhere.
  useEffect(() => {
    if (view.isClosed) window.location.reload();
  }, [view.isClosed]);

  return { keeper, view, isLive };
}

function keeperOf(initial: Board, userId: string): BoardKeeper {
  const { id } = initial.pointOfSale;
  const alone = (run: () => Promise<void>) => runAlone(`offhook-board:${userId}:${id}`, run);
  return createBoardKeeper(initial, { doors: boardDoors(id), kept: keptActs(userId, id), now: Date.now, alone });
}

/** One page of this browser at a time. Browsers know locks on secure pages only; elsewhere each page sends for itself. */
async function runAlone(name: string, run: () => Promise<void>): Promise<void> {
  if (window.isSecureContext) await navigator.locks.request(name, run);
  else await run();
}

/** Reads again on every fact, and when the network or the connection comes or goes. Answers whether facts come by themselves. */
function useFollowing(keeper: BoardKeeper): boolean {
  const socket = useLiveSocket();
  const [isLive, setIsLive] = useState(false);

  useLiveEvent('delivery:changed', () => keeper.refresh());
  useLiveEvent('point-of-sale:changed', () => keeper.refresh());

  useEffect(() => {
    const comesOrGoes = () => keeper.retry();
    const events = ['online', 'offline'] as const;
    for (const name of events) window.addEventListener(name, comesOrGoes);
    return () => {
      for (const name of events) window.removeEventListener(name, comesOrGoes);
    };
  }, [keeper]);

  useEffect(() => {
    if (!socket) return;

    const connected = () => {
      setIsLive(true);
      keeper.retry();
    };
    const lost = (reason: string) => {
      setIsLive(false);
      // Closed on purpose: by the server, which leads the page elsewhere or lets it come back by itself, or by whoever signs out here.
      if (!reason.startsWith('io ')) keeper.refresh();
    };
    if (socket.connected) setIsLive(true);
    socket.on('connect', connected);
    socket.on('disconnect', lost);
    return () => {
      socket.off('connect', connected);
      socket.off('disconnect', lost);
    };
  }, [socket, keeper]);

  return isLive;
}
