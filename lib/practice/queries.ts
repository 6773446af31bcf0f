import type { CallPhase } from '../calls/types.ts';
import { db } from '../db/client.ts';
import type { Source } from '../intake/source.ts';

/** A user's phone at a practice PBX. */
export type PracticeDevice = {
  userId: string;
  extension: string;
  isRegistered: boolean;
  source: Source;
};
/** A call as its PBX knows it. */
export type CallAtPbx = { id: string; pbxCallId: string; source: Source };
/** `operator`: who talks, or talked last; of one that is dialled, who dials. */
export type PracticeCall = CallAtPbx & { phase: CallPhase; operator: { id: string; name: string } | null };

const source = { select: { id: true, slug: true, country: true, eventsPerSecond: true, eventBurst: true } } as const;

/** The user's active phone, when it is a practice phone. Without a login there is none (S0.1). */
export async function practiceDevice(userId: string): Promise<PracticeDevice | null> {
  const account = await db.pbxAccount.findFirst({
    select: { extension: true, device: true, connection: source },
    where: { userId, isActive: true, connection: { kind: 'practice' }, login: { not: '' }, sealedPassword: { not: null } },
  });
  if (!account) return null;

  return {
    userId,
    extension: account.extension,
    isRegistered: account.device !== 'unregistered',
    source: account.connection,
  };
}

/** A call at this device: one that rings there, or that its user has. Any other is not found (R34). */
export async function practiceCall(callId: string, device: PracticeDevice): Promise<PracticeCall | null> {
  const call = await db.call.findFirst({
    select: {
      id: true,
      pbxCallId: true,
      phase: true,
      direction: true,
      operator: { select: { id: true, name: true } },
      legs: { select: { user: { select: { id: true, name: true } } }, where: talkingAt(device), take: 1 },
      connection: source,
    },
    where: {
      id: callId,
      connectionId: device.source.id,
      OR: [{ operatorExtension: device.extension }, { legs: { some: { extension: device.extension } } }],
    },
  });
  if (!call) return null;
  const { connection, direction, legs, ...facts } = call;
  // Of a call between colleagues both have it; the row names the one who answered.
  const operator = (direction === 'internal' && legs[0]?.user) || facts.operator;
  return { ...facts, operator, source: connection };
}

function talkingAt({ extension }: PracticeDevice) {
  return { extension, state: 'talking' } as const;
}

/** Other calls this device talks on: a phone talks on one at a time, the rest are held. */
export async function talkingCalls(device: PracticeDevice, exceptCallId: string): Promise<CallAtPbx[]> {
  const calls = await db.call.findMany({
    select: { id: true, pbxCallId: true },
    where: {
      connectionId: device.source.id,
      OR: [{ operatorExtension: device.extension }, { direction: 'internal', legs: { some: talkingAt(device) } }],
      phase: 'talking',
      id: { not: exceptCallId },
    },
    orderBy: { startedAt: 'asc' },
    take: 10,
  });
  return calls.map((call) => ({ ...call, source: device.source }));
}

/** The phone of a colleague at the same PBX. */
export async function colleagueAt(device: PracticeDevice, extension: string): Promise<{ isRegistered: boolean } | null> {
  const account = await db.pbxAccount.findFirst({
    select: { device: true },
    where: { connectionId: device.source.id, extension, userId: { not: device.userId } },
  });
  return account && { isRegistered: account.device !== 'unregistered' };
}

/** How often somebody was asked about this call in a call of its own that is over. */
export function countPastConsults(device: PracticeDevice, idsBegin: string): Promise<number> {
  return db.call.count({ where: { connectionId: device.source.id, pbxCallId: { startsWith: idsBegin }, phase: 'ended' } });
}

/** Our id of a call that this PBX placed. */
export async function callIdOf(device: PracticeDevice, pbxCallId: string): Promise<string> {
  const { id } = await db.call.findUniqueOrThrow({
    select: { id: true },
    where: { connectionId_pbxCallId_generation: { connectionId: device.source.id, pbxCallId, generation: 0 } },
  });
  return id;
}

/** Ties a call to the delivery it was dialled from; answers our id of it. It dials by now: of a delivery that is not there it is simply not about. */
export async function tieToDelivery(device: PracticeDevice, pbxCallId: string, deliveryId: string | undefined): Promise<string> {
  const id = await callIdOf(device, pbxCallId);
  const delivery = deliveryId ? await db.delivery.findUnique({ select: { id: true }, where: { id: deliveryId } }) : null;
  if (delivery) await db.call.updateMany({ where: { id }, data: { aboutDeliveryId: delivery.id } });
  return id;
}
