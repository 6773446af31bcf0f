import { randomUUID } from 'node:crypto';
import { beforeEach } from 'vitest';
import { uniqueNumber } from '../../prisma/factories/numbers.ts';
import { createPbxAccount } from '../../prisma/factories/pbx.ts';
import { buildCallEvents, createPbxWorld, parsed } from '../../prisma/factories/pbx-world.ts';
import { createUser } from '../../prisma/factories/people.ts';
import { db } from '../db/client.ts';
import { deskSnapshot } from '../desk/snapshot.ts';
import { recordEvents } from '../intake/record-event.ts';
import { actOnPhone } from '../phone-acts/act-on-phone.ts';
import { type Overheard, overhear } from '../realtime/overheard.ts';
import type { Presser } from '../softphone/act-answer.ts';
import { stateAt } from '../softphone/phone-state.ts';
import type { PhoneAct } from '../softphone/schema.ts';

export const press = (user: Presser, act: PhoneAct) => actOnPhone(user, act);
export const transfer = (user: Presser, callId: string, to: string) => press(user, { act: 'transfer', callId, to });
export const consult = (user: Presser, callId: string, to: string) => press(user, { act: 'consult', callId, to });
export const complete = (user: Presser, callId: string, consultCallId: string) =>
  press(user, { act: 'completeTransfer', callId, consultCallId });
export const done = (callId: string) => ({ ok: true, data: { callId } });
export const refusedFor = (reason: string) => ({ ok: false, reason });

export const stored = (id: string) => db.call.findUniqueOrThrow({ where: { id } });

/** What is on this user's screen after a reload. */
export async function deskOf(user: Presser) {
  const { calls } = await deskSnapshot(user.id, new Date());
  return calls.map((call) => ({ callId: call.callId, state: stateAt(call, user.id) })).filter((call) => call.state !== null);
}

export let world: Awaited<ReturnType<typeof createPbxWorld>>;
export let olga: Presser;
export let oskar: Presser;
export let marta: Presser;
/** What was told since Olga’s call began. */
export let heard: Overheard[];

/** Before each test of the file Olga (101), Oskar (102) and Marta (103) sit at a practice PBX of its own. */
export function useDesks(): void {
  beforeEach(async () => {
    world = await createPbxWorld();
    await db.pbxConnection.update({ where: { id: world.source.id }, data: { kind: 'practice' } });
    const manager = await createUser(db, { name: 'Marta Manager', role: 'manager', incomingCallAction: 'open_delivery' });
    await createPbxAccount(db, { userId: manager.id, connectionId: world.source.id, extension: '103' });
    olga = { ...world.olga, grants: [] };
    oskar = { ...world.oskar, grants: [] };
    marta = { ...manager, grants: [] };
    heard = overhear();
  });
}

export function heardBy(user: Presser, name: string) {
  return heard.filter((each) => each.name === name && each.rooms.includes(`user:${user.id}`)).map((each) => each.facts[0]);
}

/** A customer whom Olga talks to. */
export async function talkingAtOlga(number = uniqueNumber()): Promise<string> {
  const events = buildCallEvents(number, world.line.e164);
  await recordEvents(world.source, randomUUID(), parsed(events.offered, events.ring('101', 0)));
  const { id } = await db.call.findFirstOrThrow({ where: { pbxCallId: events.callId } });
  await press(olga, { act: 'answer', callId: id });
  heard.length = 0;
  return id;
}

/** Olga asks a colleague first; answers the call between the two. */
export async function asked(callId: string, to = '103'): Promise<string> {
  const answer = await consult(olga, callId, to);
  if (!answer.ok) throw new Error(answer.reason);
  return answer.data.callId;
}
