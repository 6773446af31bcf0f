import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { createCustomer } from '../../prisma/factories/customers.ts';
import { createDelivery } from '../../prisma/factories/deliveries.ts';
import { createInterest } from '../../prisma/factories/interests.ts';
import { uniqueNumber } from '../../prisma/factories/numbers.ts';
import { createPbxAccount } from '../../prisma/factories/pbx.ts';
import { buildCallEvents, createPbxWorld, parsed } from '../../prisma/factories/pbx-world.ts';
import { createUser } from '../../prisma/factories/people.ts';
import { db } from '../db/client.ts';
import { recordEvents } from '../intake/record-event.ts';
import { transferTargets } from './targets.ts';

let world: Awaited<ReturnType<typeof createPbxWorld>>;
let marta: { id: string };

beforeEach(async () => {
  world = await createPbxWorld();
  await db.pbxConnection.update({ where: { id: world.source.id }, data: { kind: 'practice' } });
  marta = await createUser(db, { name: 'Marta Manager', role: 'manager' });
  await createPbxAccount(db, { userId: marta.id, connectionId: world.source.id, extension: '103' });
});

async function talkingAt(extension: string, number = uniqueNumber()): Promise<string> {
  const events = buildCallEvents(number, world.line.e164);
  await recordEvents(world.source, randomUUID(), parsed(events.offered, events.ring(extension, 1), events.answer(extension)));
  return (await db.call.findFirstOrThrow({ where: { pbxCallId: events.callId } })).id;
}

const ask = (raw: unknown, user: typeof world.olga = world.olga) => transferTargets({ ...user, grants: [] }, raw);
async function targetsOf(call: string, text?: string) {
  const answer = await ask({ call, text });
  if (!answer.ok) throw new Error(answer.reason);
  return answer.data.targets;
}

describe('to whom a call may go', () => {
  test('colleagues of the same PBX with extension, role and state, managers first; not oneself, and nobody who left', async () => {
    const gone = await createUser(db, { name: 'Gone Operator', disabledAt: new Date() });
    await createPbxAccount(db, { userId: gone.id, connectionId: world.source.id, extension: '104' });
    // Whoever has another account in use cannot be rung at this one.
    const elsewhere = await createUser(db, { name: 'Elsewhere Operator' });
    await createPbxAccount(db, { userId: elsewhere.id, connectionId: world.source.id, extension: '105', isActive: false });
    await createPbxWorld();
    const call = await talkingAt('101');

    expect(await targetsOf(call)).toEqual([
      {
        userId: marta.id,
        name: 'Marta Manager',
        extension: '103',
        role: 'manager',
        availability: 'available',
        isResponsible: false,
      },
      expect.objectContaining({ name: 'Oskar Operator', extension: '102', role: 'operator' }),
    ]);
    expect(await targetsOf(call, 'osk')).toMatchObject([{ name: 'Oskar Operator' }]);
  });

  test('[S3.4] whoever has an open delivery of the caller in hand comes first; a delivered one gives nobody a place', async () => {
    const number = uniqueNumber();
    await createDelivery(db, { status: 'sent', phoneE164: number, responsibleId: world.oskar.id });
    await createDelivery(db, { status: 'delivered', phoneE164: number, responsibleId: marta.id });

    expect(await targetsOf(await talkingAt('101', number))).toMatchObject([
      { name: 'Oskar Operator', isResponsible: true },
      { name: 'Marta Manager', isResponsible: false },
    ]);
  });

  test('[S3.4] so does who looks after the caller, and who leads an active interest of theirs; a lost one gives nobody a place', async () => {
    const number = uniqueNumber();
    const customer = await createCustomer(db, { numbers: [number], managerId: world.oskar.id });
    await createInterest(db, { customerId: customer.id, responsibleId: marta.id, stage: 'lost' });
    const call = await talkingAt('101', number);
    expect(await targetsOf(call)).toMatchObject([
      { name: 'Oskar Operator', isResponsible: true },
      { name: 'Marta Manager', isResponsible: false },
    ]);

    await createInterest(db, { customerId: customer.id, responsibleId: marta.id });
    expect(await targetsOf(call)).toMatchObject([
      { name: 'Marta Manager', isResponsible: true },
      { name: 'Oskar Operator', isResponsible: true },
    ]);
  });

  test('[S3.4] who leads the interest of a caller who is no customer yet comes first, too', async () => {
    const number = uniqueNumber();
    await createInterest(db, { phoneE164: number, responsibleId: world.oskar.id });
    expect(await targetsOf(await talkingAt('101', number))).toMatchObject([{ name: 'Oskar Operator', isResponsible: true }, {}]);
  });

  test('who talks is in a call, whose device is gone is not connected', async () => {
    const call = await talkingAt('101');
    await talkingAt('102');
    await db.pbxAccount.updateMany({ where: { userId: marta.id }, data: { device: 'unregistered' } });

    expect(await targetsOf(call)).toMatchObject([{ availability: 'notConnected' }, { availability: 'inCall' }]);
  });
});

describe('who may ask', () => {
  test('[R34] about a call that is not one’s own, or over, or none, there is nothing to find', async () => {
    const call = await talkingAt('102');
    expect(await ask({ call })).toMatchObject({ reason: 'notFound' });
    expect(await ask({ call: randomUUID() })).toMatchObject({ reason: 'notFound' });
    expect(await ask({ call: 'none' })).toMatchObject({ reason: 'invalid' });
  });

  test('[R34] nobody without calls, and nobody signed out', async () => {
    const call = await talkingAt('101');
    expect(await ask({ call }, { ...world.olga, role: 'venue' })).toMatchObject({ reason: 'notAllowed' });
    expect(await transferTargets(null, { call })).toMatchObject({ reason: 'signedOut' });
  });
});
