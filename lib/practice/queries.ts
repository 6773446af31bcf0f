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

/** The user's active phone, when it is a practice phone. */
export async function practiceDevice(userId: string): Promise<PracticeDevice | null> {
  const account = await db.pbxAccount.findFirst({
    select: { extension: true, device: true, connection: source },
    where: { userId, isActive: true, connection: { kind: 'practice' } },
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
    select: { id: true, pbxCallId: true, phase: true, operator: { select: { id: true, name: true } }, connection: source },
    where: {
      id: callId,
      connectionId: device.source.id,
      OR: [{ operatorExtension: device.extension }, { legs: { some: { extension: device.extension } } }],
    },
  });
  if (!call) return null;
  const { connection, ...facts } = call;
  return { ...facts, source: connection };
}

/** Other calls this device talks on: a phone talks on one at a time, the rest are held. */
export async function talkingCalls(device: PracticeDevice, exceptCallId: string): Promise<CallAtPbx[]> {
  const calls = await db.call.findMany({
    select: { id: true, pbxCallId: true },
    where: {
      connectionId: device.source.id,
      operatorExtension: device.extension,
      phase: 'talking',
      id: { not: exceptCallId },
    },
    orderBy: { startedAt: 'asc' },
    take: 10,
  });
  return calls.map((call) => ({ ...call, source: device.source }));
}

/** Ties a call to the delivery it was dialled from; answers our id of it. It dials by now: of a delivery that is not there it is simply not about. */
export async function tieToDelivery(device: PracticeDevice, pbxCallId: string, deliveryId: string | undefined): Promise<string> {
  const { id } = await db.call.findUniqueOrThrow({
    select: { id: true },
    where: { connectionId_pbxCallId_generation: { connectionId: device.source.id, pbxCallId, generation: 0 } },
  });
  const delivery = deliveryId ? await db.delivery.findUnique({ select: { id: true }, where: { id: deliveryId } }) : null;
  if (delivery) await db.call.updateMany({ where: { id }, data: { aboutDeliveryId: delivery.id } });
  return id;
}
