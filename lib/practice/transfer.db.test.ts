import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createDelivery } from '../../prisma/factories/deliveries.ts';
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

let world: Awaited<ReturnType<typeof createPbxWorld>>;
let olga: Presser;
let oskar: Presser;
let marta: Presser;
let heard: Overheard[];

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

const press = (user: Presser, act: PhoneAct) => actOnPhone(user, act);
const transfer = (user: Presser, callId: string, to: string) => press(user, { act: 'transfer', callId, to });
const consult = (user: Presser, callId: string, to: string) => press(user, { act: 'consult', callId, to });
const complete = (user: Presser, callId: string, consultCallId: string) =>
  press(user, { act: 'completeTransfer', callId, consultCallId });
const done = (callId: string) => ({ ok: true, data: { callId } });
const refusedFor = (reason: string) => ({ ok: false, reason });

/** A customer whom Olga talks to. */
async function talkingAtOlga(number = uniqueNumber()): Promise<string> {
  const events = buildCallEvents(number, world.line.e164);
  await recordEvents(world.source, randomUUID(), parsed(events.offered, events.ring('101', 0)));
  const { id } = await db.call.findFirstOrThrow({ where: { pbxCallId: events.callId } });
  await press(olga, { act: 'answer', callId: id });
  heard.length = 0;
  return id;
}

async function asked(callId: string, to = '103'): Promise<string> {
  const answer = await consult(olga, callId, to);
  if (!answer.ok) throw new Error(answer.reason);
  return answer.data.callId;
}

const stored = (id: string) => db.call.findUniqueOrThrow({ where: { id } });
async function deskOf(user: Presser) {
  const { calls } = await deskSnapshot(user.id, new Date());
  return calls.map((call) => ({ callId: call.callId, state: stateAt(call, user.id) })).filter((call) => call.state !== null);
}
const heardBy = (user: Presser, name: string) =>
  heard.filter((each) => each.name === name && each.rooms.includes(`user:${user.id}`)).map((each) => each.facts[0]);

describe('transferring at once', () => {
  test('[S3.2] the call leaves Olga and rings at Marta, with the caller’s card', async () => {
    const number = uniqueNumber();
    const call = await talkingAtOlga(number);

    expect(await transfer(olga, call, '103')).toEqual(done(call));

    expect(await deskOf(olga)).toEqual([]);
    expect(await deskOf(marta)).toEqual([{ callId: call, state: 'ringing' }]);
    expect(heardBy(marta, 'call:ringing')).toMatchObject([{ number: { e164: number }, direction: 'inbound' }]);
  });

  test('[S3.15] Marta rejects: it rings at Olga again, who takes it back, and opens nothing twice', async () => {
    const call = await talkingAtOlga();
    await transfer(olga, call, '103');
    await press(marta, { act: 'reject', callId: call });

    expect(await deskOf(marta)).toEqual([]);
    expect(await deskOf(olga)).toEqual([{ callId: call, state: 'ringing' }]);

    await press(olga, { act: 'answer', callId: call });
    expect(await deskOf(olga)).toEqual([{ callId: call, state: 'talking' }]);
    expect(heard.filter((each) => each.name === 'call:answered')).toEqual([]);
  });

  test('[S3.15] whoever does not take it back either ends it; a second transfer that fails comes back again', async () => {
    const call = await talkingAtOlga();
    await transfer(olga, call, '103');
    await press(marta, { act: 'reject', callId: call });
    await press(olga, { act: 'answer', callId: call });
    await transfer(olga, call, '102');
    await press(oskar, { act: 'reject', callId: call });
    expect(await deskOf(olga)).toEqual([{ callId: call, state: 'ringing' }]);

    await press(olga, { act: 'reject', callId: call });
    expect(await stored(call)).toMatchObject({ phase: 'ended', isMissed: false });
  });

  test('[S3.15] nobody answers: after half a minute it rings at Olga again', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    const call = await talkingAtOlga();
    await transfer(olga, call, '103');
    vi.advanceTimersByTime(30_000);
    vi.useRealTimers();

    await expect.poll(() => deskOf(olga)).toEqual([{ callId: call, state: 'ringing' }]);
    expect(await deskOf(marta)).toEqual([]);
  });

  test('[S3.15] a transfer that the PBX tells of comes back too, to whoever had the call', async () => {
    const call = await talkingAtOlga();
    const { pbxCallId: callId } = await stored(call);
    const occurredAt = new Date(Date.now() + 1_000).toISOString();
    await recordEvents(
      world.source,
      randomUUID(),
      parsed(
        { type: 'call.transferred', occurredAt, call: { callId }, transfer: { kind: 'blind', toExtension: '103' } },
        { type: 'leg.ringing', occurredAt, call: { callId, legId: 'at-marta', extension: '103' } },
      ),
    );
    await press(marta, { act: 'reject', callId: call });
    expect(await deskOf(olga)).toEqual([{ callId: call, state: 'ringing' }]);
  });

  test('a number outside takes it out of the house; one that is busy gives it back', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    const [away, back] = [await talkingAtOlga(), await talkingAtOlga()];
    await transfer(olga, back, '+48600100200');
    await press(olga, { act: 'hold', callId: away, held: false });
    await transfer(olga, away, '+48600100103');
    expect(await deskOf(olga)).toEqual([]);
    vi.advanceTimersByTime(1_000);
    vi.useRealTimers();

    await expect.poll(() => deskOf(olga)).toEqual([{ callId: back, state: 'ringing' }]);
    expect(await stored(away)).toMatchObject({ phase: 'talking', operatorId: null });
  });

  test('a call that Olga dialled herself goes to Marta as well, and comes back', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    const dialled = await press(olga, { act: 'dial', number: '+48600100103' });
    if (!dialled.ok) throw new Error(dialled.reason);
    const { callId } = dialled.data;
    expect(await transfer(olga, callId, '103')).toEqual(refusedFor('notAnsweredYet'));
    vi.advanceTimersByTime(1_000);
    vi.useRealTimers();
    await expect.poll(() => stored(callId)).toMatchObject({ phase: 'talking' });

    await transfer(olga, callId, '103');
    expect([await deskOf(olga), await deskOf(marta)]).toEqual([[], [{ callId, state: 'ringing' }]]);
    await press(marta, { act: 'reject', callId });
    expect(await deskOf(olga)).toEqual([{ callId, state: 'ringing' }]);
  });
});

describe('asking first', () => {
  test('[S3.2] [S3.15] the caller waits, and Marta sees who asks: Olga’s name and number; nothing opens', async () => {
    const main = await talkingAtOlga();
    const question = await asked(main);

    expect(await deskOf(olga)).toEqual([
      { callId: main, state: 'held' },
      { callId: question, state: 'dialling' },
    ]);
    expect(heardBy(marta, 'call:ringing')).toMatchObject([
      { direction: 'internal', number: { display: '101' }, card: { colleague: { name: 'Olga Operator' }, customers: [] } },
    ]);

    await press(marta, { act: 'answer', callId: question });
    expect(heardBy(marta, 'call:answered')).toMatchObject([{ opens: { kind: 'nothing' } }]);
  });

  test('[S3.3] both have the talk between them, also after a reload; either holds and ends it', async () => {
    const main = await talkingAtOlga();
    const question = await asked(main);
    await press(marta, { act: 'answer', callId: question });

    expect((await deskOf(olga)).at(-1)).toEqual({ callId: question, state: 'talking' });
    expect(await deskOf(marta)).toEqual([{ callId: question, state: 'talking' }]);
    for (const held of [true, true, false]) {
      expect(await press(olga, { act: 'hold', callId: question, held })).toEqual(done(question));
    }
    expect(await press(olga, { act: 'hangUp', callId: question })).toEqual(done(question));
    expect(await press(olga, { act: 'hangUp', callId: question })).toEqual(done(question));
    expect(await deskOf(marta)).toEqual([]);
    expect(await press(olga, { act: 'hold', callId: main, held: false })).toEqual(done(main));
  });

  test('taking the caller back while the colleague waits holds the colleague: one voice at a time', async () => {
    const main = await talkingAtOlga();
    const question = await asked(main);
    await press(marta, { act: 'answer', callId: question });
    await press(olga, { act: 'hold', callId: main, held: false });

    expect(await deskOf(olga)).toEqual([
      { callId: main, state: 'talking' },
      { callId: question, state: 'held' },
    ]);
  });

  test('[S3.4] [S3.5] completed, Marta has the caller with the card, and the delivery opens for her', async () => {
    const number = uniqueNumber();
    const delivery = await createDelivery(db, { status: 'cooking', phoneE164: number });
    const draft = await createDelivery(db, { status: 'draft', phoneE164: number });
    const main = await talkingAtOlga(number);
    const question = await asked(main);
    await press(marta, { act: 'answer', callId: question });
    heard.length = 0;

    expect(await complete(olga, main, question)).toEqual(done(main));

    expect(await deskOf(olga)).toEqual([]);
    expect(await deskOf(marta)).toEqual([{ callId: main, state: 'talking' }]);
    expect(heardBy(marta, 'call:ringing')).toMatchObject([
      { callId: main, number: { e164: number }, card: { openDeliveries: [{ id: delivery.id }], drafts: [{ id: draft.id }] } },
    ]);
    expect(heardBy(marta, 'call:answered')).toEqual([{ callId: main, opens: { kind: 'delivery', deliveryId: delivery.id } }]);
    expect(await stored(question)).toMatchObject({ phase: 'ended', cause: 'completed', isMissed: false });
  });

  test('[S3.15] before anybody has answered it is refused, with the reason', async () => {
    const main = await talkingAtOlga();
    const question = await asked(main);
    expect(await complete(olga, main, question)).toEqual(refusedFor('notAnsweredYet'));
    expect((await stored(main)).phase).toBe('held');
  });

  test('[S3.15] rejected, Olga still has the caller, Marta has nothing, and she may ask another', async () => {
    const main = await talkingAtOlga();
    const question = await asked(main);
    await press(marta, { act: 'reject', callId: question });

    expect(await deskOf(olga)).toEqual([{ callId: main, state: 'held' }]);
    expect(await deskOf(marta)).toEqual([]);
    expect(await complete(olga, main, question)).toEqual(refusedFor('callEnded'));

    const another = await asked(main, '102');
    expect(another).not.toBe(question);
    expect(await deskOf(oskar)).toEqual([{ callId: another, state: 'ringing' }]);
  });

  test('[R9] Complete pressed in two tabs at once: one call is handed over once, and both are done', async () => {
    const main = await talkingAtOlga();
    const question = await asked(main);
    await press(marta, { act: 'answer', callId: question });

    const both = await Promise.all([complete(olga, main, question), complete(olga, main, question)]);
    expect(both).toEqual([done(main), done(main)]);
    const transfers = await db.callEvent.count({
      where: { pbxCallId: (await stored(main)).pbxCallId, type: 'call.transferred' },
    });
    expect(transfers).toBe(1);
  });

  test('[R9] Ask first and Transfer now pressed in two tabs at once ring once', async () => {
    const main = await talkingAtOlga();
    const [one, other] = await Promise.all([consult(olga, main, '103'), consult(olga, main, '103')]);
    expect(one).toEqual(other);
    expect(await deskOf(marta)).toHaveLength(1);
    expect(await consult(olga, main, '102')).toEqual(refusedFor('impossible'));

    const second = await talkingAtOlga();
    expect(await Promise.all([transfer(olga, second, '102'), transfer(olga, second, '102')])).toEqual([
      done(second),
      done(second),
    ]);
    expect(await deskOf(oskar)).toHaveLength(1);
  });

  test('[R9] the caller who hangs up in the same instant leaves Marta with one call or none, never with a ghost', async () => {
    const main = await talkingAtOlga();
    const question = await asked(main);
    await press(marta, { act: 'answer', callId: question });
    const { pbxCallId } = await stored(main);
    const end = {
      type: 'call.ended',
      occurredAt: new Date().toISOString(),
      call: { callId: pbxCallId },
      end: { cause: 'completed', by: 'caller' },
    } as const;

    await Promise.all([complete(olga, main, question), recordEvents(world.source, randomUUID(), parsed(end))]);
    expect((await stored(main)).phase).toBe('ended');
    expect((await deskOf(marta)).filter((call) => call.callId === main)).toEqual([]);
  });

  test('a number outside can be asked and joined too', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    const main = await talkingAtOlga();
    const question = await asked(main, '+48600100103');
    vi.advanceTimersByTime(1_000);
    vi.useRealTimers();
    await expect.poll(() => stored(question)).toMatchObject({ phase: 'talking' });

    expect(await complete(olga, main, question)).toEqual(done(main));
    expect(await deskOf(olga)).toEqual([]);
    expect(await stored(main)).toMatchObject({ phase: 'talking', operatorId: null });
  });
});

describe('to whom, and whose', () => {
  test.each([
    ['150', 'extensionUnknown'],
    ['101', 'ownExtension'],
    ['no number', 'numberInvalid'],
  ])('%s is refused as %s, and the call stays', async (to, reason) => {
    const call = await talkingAtOlga();
    expect(await transfer(olga, call, to)).toEqual(refusedFor(reason));
    expect(await consult(olga, call, to)).toEqual(refusedFor(reason));
    expect(await stored(call)).toMatchObject({ phase: 'talking', operatorId: world.olga.id });
  });

  test('a colleague whose phone is not connected is refused in words, and the call stays', async () => {
    const call = await talkingAtOlga();
    await db.pbxAccount.updateMany({ where: { userId: marta.id }, data: { device: 'unregistered' } });
    expect(await transfer(olga, call, '103')).toEqual(refusedFor('colleagueNotConnected'));
    expect(await consult(olga, call, '103')).toEqual(refusedFor('colleagueNotConnected'));
    expect((await stored(call)).phase).toBe('talking');
  });

  test('[R34] a call that never was at one’s phone is not there to give away, nor to be joined with', async () => {
    const call = await talkingAtOlga();
    expect(await transfer(oskar, call, '103')).toEqual(refusedFor('notFound'));
    expect(await consult(oskar, call, '103')).toEqual(refusedFor('notFound'));

    const question = await asked(call);
    await press(marta, { act: 'answer', callId: question });
    expect(await complete(marta, question, call)).toEqual(refusedFor('notFound'));
    expect(await complete(oskar, call, question)).toEqual(refusedFor('notFound'));
    expect((await stored(call)).operatorId).toBe(world.olga.id);
  });

  test('[R34] who gave a call away gives it away no more', async () => {
    const call = await talkingAtOlga();
    await transfer(olga, call, '103');
    await press(marta, { act: 'answer', callId: call });
    expect(await transfer(olga, call, '102')).toEqual(refusedFor('impossible'));
    expect(await consult(olga, call, '102')).toEqual(refusedFor('impossible'));
  });

  test('resuming a call that is up here is done; one that ended is not', async () => {
    const call = await talkingAtOlga();
    expect(await press(olga, { act: 'resume', callId: call })).toEqual(done(call));
    await press(olga, { act: 'hangUp', callId: call });
    expect(await press(olga, { act: 'resume', callId: call })).toEqual(refusedFor('callEnded'));
  });

  test('[S3.16] a transfer that arrives under the operator’s extension opens nothing, and makes nobody a customer', async () => {
    const events = buildCallEvents('104', world.line.e164);
    await recordEvents(world.source, randomUUID(), parsed(events.offered, events.ring('103', 0), events.answer('103', 1)));
    expect(heardBy(marta, 'call:answered')).toMatchObject([{ opens: { kind: 'nothing' } }]);
  });
});
