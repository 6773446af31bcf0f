import type { CallDirection, CallPhase } from '../calls/types.ts';
import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import type { CallsWith } from '../users/types.ts';
import type { CallAtAsterisk } from './channels.ts';

/** A user's phone at an Asterisk. */
export type AsteriskDevice = {
  userId: string;
  connectionId: string;
  extension: string;
  callsWith: CallsWith;
  isRegistered: boolean;
};

export async function asteriskDevice(userId: string): Promise<AsteriskDevice | null> {
  const account = await db.pbxAccount.findFirst({
    select: {
      connectionId: true,
      extension: true,
      device: true,
      user: { select: { callsWith: true } },
    },
    where: { userId, isActive: true, connection: { kind: 'asterisk' } },
    orderBy: { id: 'asc' },
  });
  if (!account) return null;
  const { device, user, ...facts } = account;
  return { userId, ...facts, ...user, isRegistered: device === 'registered' };
}

export type CallAtDevice = CallAtAsterisk & { id: string; phase: CallPhase; direction: CallDirection };

/** A call that this user has: talks on, or dials; one between colleagues both have. Any other is not found (R34). */
export function callOfUser(callId: string, device: AsteriskDevice): Promise<CallAtDevice | null> {
  const { userId } = device;
  return findCall(callId, device, {
    OR: [{ operatorId: userId }, { direction: 'internal', legs: { some: { userId, state: 'talking' } } }],
  });
}

/** A call that rings at this user, and that nobody has yet. */
export function callRingingAt(callId: string, device: AsteriskDevice): Promise<CallAtDevice | null> {
  return findCall(callId, device, {
    operatorId: null,
    phase: { in: ['queued', 'ringing'] },
    legs: { some: { userId: device.userId, state: 'ringing' } },
  });
}

async function findCall(
  callId: string,
  { connectionId }: AsteriskDevice,
  whose: Prisma.CallWhereInput,
): Promise<CallAtDevice | null> {
  const call = await db.call.findFirst({
    select: { id: true, pbxCallId: true, phase: true, direction: true, legs: { select: { legId: true } } },
    where: { id: callId, connectionId, ...whose },
  });
  if (!call) return null;
  const { legs, ...facts } = call;
  return { ...facts, legIds: legs.map((leg) => leg.legId) };
}

/** Our id of a call just placed, tied to the delivery it was dialled from. It dials by now: of a delivery that is gone it is simply not about. */
export async function tieClick(connectionId: string, pbxCallId: string, deliveryId: string | undefined): Promise<string> {
  const { id } = await db.call.findUniqueOrThrow({
    select: { id: true },
    where: { connectionId_pbxCallId_generation: { connectionId, pbxCallId, generation: 0 } },
  });
  const delivery = deliveryId ? await db.delivery.findUnique({ select: { id: true }, where: { id: deliveryId } }) : null;
  if (delivery) await db.call.updateMany({ where: { id }, data: { aboutDeliveryId: delivery.id } });
  return id;
}
