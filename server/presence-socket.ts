import type { Socket } from 'socket.io';
import { z } from 'zod';
import { DELIVERY_PARTS } from '../lib/deliveries/parts.ts';
import type { ClientToServer, Room, ServerToClient, SocketIdentity } from '../lib/realtime/events.ts';
import type { OffhookServer } from '../lib/realtime/publish.ts';
import { left, moved, nobody, peopleAt } from './presence.ts';

// biome-ignore lint/complexity/noBannedTypes: Socket.IO's own name for "no events between servers"
type DeskSocket = Socket<ClientToServer, ServerToClient, {}, SocketIdentity>;

const Open = z.object({ deliveryId: z.uuid(), part: z.enum(DELIVERY_PARTS).nullable() });
const Close = z.object({ deliveryId: z.uuid() });

/** However fast a browser says where it is, a delivery's room hears of it this often at most, and of the last state only. */
const TELL_AFTER_MS = 60;

/**
 * Who has which delivery open, told to those who have it open too. Kept in this process alone: it is a courtesy, and blocks nobody.
 * Answers what to do with each new socket.
 */
export function createPresence(io: OffhookServer) {
  let presence = nobody;
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();

  function tell(deliveryId: string) {
    if (waiting.has(deliveryId)) return;
    const timer = setTimeout(() => {
      waiting.delete(deliveryId);
      io.to(roomOf(deliveryId)).emit('delivery:presence', { deliveryId, people: peopleAt(presence, deliveryId) });
    }, TELL_AFTER_MS);
    waiting.set(deliveryId, timer);
    timer.unref();
  }

  function leave(socket: DeskSocket) {
    const place = presence.get(socket.id);
    if (!place) return;
    presence = left(presence, socket.id);
    void socket.leave(roomOf(place.deliveryId));
    tell(place.deliveryId);
  }

  return function follow(socket: DeskSocket): void {
    socket.on('delivery:open', async (raw: unknown) => {
      const place = Open.safeParse(raw);
      // The handshake decided who may read deliveries: they are in that room.
      if (!place.success || !socket.rooms.has('deliveries')) return;

      const { deliveryId, part } = place.data;
      if (presence.get(socket.id)?.deliveryId !== deliveryId) leave(socket);
      presence = moved(presence, socket.id, { deliveryId, part, userId: socket.data.userId, name: socket.data.name });
      await socket.join(roomOf(deliveryId));
      tell(deliveryId);
    });

    socket.on('delivery:close', (raw: unknown) => {
      const place = Close.safeParse(raw);
      if (place.success && presence.get(socket.id)?.deliveryId === place.data.deliveryId) leave(socket);
    });

    socket.on('disconnect', () => leave(socket));
  };
}

function roomOf(deliveryId: string): Room {
  return `delivery:${deliveryId}`;
}
