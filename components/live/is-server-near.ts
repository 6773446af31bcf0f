import type { LiveSocket } from './live-socket';
import { wasConnected } from './was-connected';

/** A connection that never came up says nothing: some networks let only requests through. */
export function isServerNear(socket: LiveSocket | null): boolean {
  const isLost = socket !== null && !socket.connected && wasConnected(socket);
  return navigator.onLine && !isLost;
}
