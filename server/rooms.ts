import { may } from '../lib/auth/roles.ts';
import type { SignedInUser } from '../lib/auth/signed-in-user.ts';
import type { Room } from '../lib/realtime/events.ts';

/** What a user hears of, decided once by who they are; no message of a browser can widen it. */
export function roomsOf(user: SignedInUser, lineIds: string[]): Room[] {
  const rooms: Room[] = [`user:${user.id}`, `session:${user.sessionId}`];
  if (may(user, 'desk:use')) rooms.push(...lineIds.map((id): Room => `line:${id}`));
  if (may(user, 'delivery:read')) rooms.push('deliveries');
  if (may(user, 'interest:read')) rooms.push('interests');
  if (may(user, 'call:see-all-lines')) rooms.push('supervisors');
  if (user.role === 'venue' && user.pointOfSaleId) rooms.push(`point-of-sale:${user.pointOfSaleId}`);
  return rooms;
}
