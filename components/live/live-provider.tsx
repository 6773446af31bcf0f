'use client';

import { useRouter } from 'next/navigation';
import { createContext, type ReactNode, startTransition, use, useEffect, useState } from 'react';
import { createLiveSocket, type LiveSocket } from './live-socket';
import { onceDrawable } from './once-drawable';

const RETRY_REFUSED_MS = 3_000;

const LiveContext = createContext<LiveSocket | null>(null);

/** The page's one connection to the server. Null until the page is up in a browser. */
export function useLiveSocket(): LiveSocket | null {
  return use(LiveContext);
}

export function LiveProvider({ children }: { children: ReactNode }) {
  const router = useRouter();
  const [socket, setSocket] = useState<LiveSocket | null>(null);

  useEffect(() => {
    const opened = createLiveSocket();
    // A context that changes at once has React wake up all that is below in one go, while the phone wants to register.
    startTransition(() => setSocket(opened));
    return () => {
      opened.disconnect();
      setSocket(null);
    };
  }, []);

  // Runs after the effects of everything below, so nobody who listens misses the first fact.
  useEffect(() => {
    if (!socket) return;
    let retry: ReturnType<typeof setTimeout> | undefined;

    // Socket.IO gives up where the server refuses or closes. The page asks the server itself, which leads a person
    // who is signed out to the sign-in; anybody else gets the connection back, also from one that refuses only because
    // its database is away: it is asked to connect each time, and for the page once it can draw one.
    function comeBack() {
      clearTimeout(retry);
      retry = setTimeout(() => {
        void onceDrawable(router.refresh);
        socket?.connect();
      }, RETRY_REFUSED_MS);
    }

    socket.on('connect_error', () => !socket.active && comeBack());
    socket.on('disconnect', (reason) => reason === 'io server disconnect' && comeBack());
    socket.on('session:ended', leaveForSignIn);
    socket.connect();

    return () => clearTimeout(retry);
  }, [socket, router]);

  return <LiveContext value={socket}>{children}</LiveContext>;
}

/** A full navigation: nothing that was shown to the person who signed out stays in the page's memory. */
function leaveForSignIn() {
  const here = window.location.pathname + window.location.search;
  window.location.assign(`/sign-in?${new URLSearchParams({ callbackUrl: here })}`);
}
