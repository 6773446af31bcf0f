import type { Server } from 'socket.io';
import type { ClientToServer, Room, ServerToClient, SocketIdentity } from './events.ts';

// biome-ignore lint/complexity/noBannedTypes: Socket.IO's own name for "no events between servers"
export type OffhookServer = Server<ClientToServer, ServerToClient, {}, SocketIdentity>;

// Next bundles its own copy of this module, apart from the one the custom server loads;
// globalThis is the only place both of them can see.
const SERVER = Symbol.for('offhook.sockets');
const seam = globalThis as typeof globalThis & { [SERVER]?: SocketServer };

/** What publishing needs of the socket server: little enough for a test to stand in for it. */
export type SocketServer = {
  to(rooms: string | string[]): { emit(name: keyof ServerToClient, ...facts: unknown[]): unknown };
  in(room: string): { disconnectSockets(close: boolean): unknown };
};

/** Called once by the custom server when its sockets are up. */
export function attachSockets(server: SocketServer | undefined): void {
  seam[SERVER] = server;
}

/** Whether this process serves sockets; without them the desk works, but hears nothing by itself. */
export function hasSockets(): boolean {
  return seam[SERVER] !== undefined;
}

/**
 * Tells every browser in the rooms, each once. Call it after the commit, never before.
 * Does nothing where no server runs (seed, tests): the database is the truth, this is a hint.
 */
export function publish<Name extends keyof ServerToClient>(
  rooms: Room | Room[],
  name: Name,
  ...facts: Parameters<ServerToClient[Name]>
): void {
  seam[SERVER]?.to(rooms).emit(name, ...facts);
}

/** Tells the browsers of a room that their session is over and closes their sockets (R36). */
export function closeSockets(room: Room): void {
  seam[SERVER]?.to(room).emit('session:ended');
  seam[SERVER]?.in(room).disconnectSockets(true);
}
