import { randomUUID } from 'node:crypto';
import { describe, expect, test, vi } from 'vitest';
import { uniqueNumber } from '../../prisma/factories/numbers.ts';
import { buildCallEvents, parsed } from '../../prisma/factories/pbx-world.ts';
import { db } from '../db/client.ts';
import { recordEvents } from '../intake/record-event.ts';
import {
  asked,
  complete,
  consult,
  deskOf,
  done,
  heard,
  heardBy,
  marta,
  olga,
  oskar,
  press,
  refusedFor,
  stored,
  talkingAtOlga,
  transfer,
  useDesks,
  world,
} from './transfer-testing.ts';

useDesks();

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

describe('to whom, and whose', () => {
  test.each([
    ['150', 'extensionUnknown'],
    ['101', 'ownExtension'],
    ['no number', 'numberInvalid'],
    ['+48 600 123 4', 'numberInvalid'],
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
