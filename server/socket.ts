import type { Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import { z } from 'zod';
import type { SignedInUser } from '../lib/auth/signed-in-user.ts';
import { log } from '../lib/log.ts';
import type { DeskSnapshot, SocketIdentity } from '../lib/realtime/events.ts';
import type { OffhookServer } from '../lib/realtime/publish.ts';
import { createPresence } from './presence-socket.ts';
import { roomsOf } from './rooms.ts';

export type SocketDependencies = {
  authenticate: (cookieHeader: string | undefined) => Promise<SignedInUser | null>;
  lineIdsOf: (user: SignedInUser) => Promise<string[]>;
  snapshot: (identity: SocketIdentity) => Promise<DeskSnapshot>;
  isAllowedOrigin: (origin: string | undefined) => boolean;
  /** Next's development socket shares the port: an upgrade that is not ours is left to it. */
  sharesUpgrades: boolean;
};

// A dead connection is noticed by both ends within 20 s (R24 allows 30).
const PING_INTERVAL_MS = 10_000;
const PING_TIMEOUT_MS = 10_000;
// Browsers only ask short questions here.
const MAX_MESSAGE_BYTES = 16_384;

const Reply = z.custom<(snapshot: DeskSnapshot) => void>((value) => typeof value === 'function');

/** Live connections of signed-in browsers. They hear what their rooms are told, may ask for a snapshot, and say which delivery they have open. */
export function createSocketServer(http: HttpServer, dependencies: SocketDependencies): OffhookServer {
  const io: OffhookServer = new Server(http, {
    transports: ['websocket'],
    serveClient: false,
    destroyUpgrade: !dependencies.sharesUpgrades,
    pingInterval: PING_INTERVAL_MS,
    pingTimeout: PING_TIMEOUT_MS,
    maxHttpBufferSize: MAX_MESSAGE_BYTES,
    allowRequest: (request, answer) => answer(null, dependencies.isAllowedOrigin(request.headers.origin)),
  });

  io.use(async (socket, next) => {
    try {
      const user = await dependencies.authenticate(socket.handshake.headers.cookie);
      if (!user) return next(new Error('unauthorized'));

      socket.data = { userId: user.id, name: user.name, sessionId: user.sessionId, role: user.role };
      await socket.join(roomsOf(user, await dependencies.lineIdsOf(user)));
      next();
    } catch (error) {
      log.error({ err: error }, 'A socket could not be authenticated.');
      next(new Error('unavailable'));
    }
  });

  const followPresence = createPresence(io);
  io.on('connection', (socket) => {
    followPresence(socket);
    let isAnswering = false;

    socket.on('desk:snapshot', async (raw: unknown) => {
      const reply = Reply.safeParse(raw);
      if (!reply.success || isAnswering) return;

      isAnswering = true;
      try {
        reply.data(await dependencies.snapshot(socket.data));
      } catch (error) {
        // No answer: the browser asks again, which beats a wrong picture.
        log.error({ err: error }, 'A snapshot could not be read.');
      } finally {
        isAnswering = false;
      }
    });
  });

  return io;
}
