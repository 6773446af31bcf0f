import type { DeliveryPart } from '../lib/deliveries/parts.ts';
import type { DeliveryPresence } from '../lib/realtime/events.ts';

/** Where one browser tab is. A tab shows one delivery at a time: opening another leaves the one before. */
export type Place = { deliveryId: string; userId: string; name: string; part: DeliveryPart | null };

/** Every tab's place by the id of its socket, in the order of their last moves. It holds no more than there are sockets. */
export type Presence = ReadonlyMap<string, Place>;

export const nobody: Presence = new Map();

export function moved(presence: Presence, socketId: string, place: Place): Presence {
  const next = new Map(presence);
  // Taken out first: a Map keeps the place of a key that is only set again.
  next.delete(socketId);
  return next.set(socketId, place);
}

export function left(presence: Presence, socketId: string): Presence {
  const next = new Map(presence);
  next.delete(socketId);
  return next;
}

/** Who has a delivery open, by name. Several tabs of one person are one, who is where they moved last. */
export function peopleAt(presence: Presence, deliveryId: string): DeliveryPresence[] {
  const people = new Map<string, DeliveryPresence>();
  for (const place of presence.values()) {
    if (place.deliveryId !== deliveryId) continue;
    const { userId, name, part } = place;
    people.set(userId, { userId, name, part: part ?? people.get(userId)?.part ?? null });
  }
  return [...people.values()].sort((one, other) => one.name.localeCompare(other.name) || one.userId.localeCompare(other.userId));
}
