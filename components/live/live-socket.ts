import { io, type Socket } from 'socket.io-client';
import type { ClientToServer, ServerToClient } from '@/lib/realtime/events';

export type LiveSocket = Socket<ServerToClient, ClientToServer>;

const FIRST_RETRY_MS = 500;
const SLOWEST_RETRY_MS = 5_000;
// Half the delay up or down: after a restart of the server the whole shift does not come back in the same instant.
const JITTER = 0.5;

/** One per page; the cookie of the session says who asks. Not connected yet. */
export function createLiveSocket(): LiveSocket {
  return io({
    transports: ['websocket'],
    autoConnect: false,
    reconnectionDelay: FIRST_RETRY_MS,
    reconnectionDelayMax: SLOWEST_RETRY_MS,
    randomizationFactor: JITTER,
  });
}
