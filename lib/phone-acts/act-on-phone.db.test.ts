import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { uniqueNumber } from '../../prisma/factories/numbers.ts';
import { createConnection, createLine } from '../../prisma/factories/pbx.ts';
import { buildCallEvents, createPbxWorld, parsed } from '../../prisma/factories/pbx-world.ts';
import { db } from '../db/client.ts';
import { deskSnapshot } from '../desk/snapshot.ts';
import { recordEvents } from '../intake/record-event.ts';
import type { Presser } from '../softphone/act-answer.ts';
import type { PhoneAct } from '../softphone/schema.ts';
import { actOnPhone } from './act-on-phone.ts';

let world: Awaited<ReturnType<typeof createPbxWorld>>;
let olga: Presser;
let oskar: Presser;

beforeEach(async () => {
  world = await createPbxWorld();
  await db.pbxConnection.update({ where: { id: world.source.id }, data: { kind: 'practice' } });
  olga = { ...world.olga, grants: [] };
  oskar = { ...world.oskar, grants: [] };
});

const press = (user: Presser | null, act: PhoneAct) => actOnPhone(user, act);
const answer = (user: Presser, callId: string) => press(user, { act: 'answer', callId });
const reject = (user: Presser, callId: string) => press(user, { act: 'reject', callId });
const hangUp = (user: Presser, callId: string) => press(user, { act: 'hangUp', callId });
const hold = (user: Presser, callId: string, held: boolean) => press(user, { act: 'hold', callId, held });

async function ring(...extensions: string[]): Promise<string> {
  const events = buildCallEvents(uniqueNumber(), world.line.e164);
  await recordEvents(world.source, randomUUID(), parsed(events.offered, ...extensions.map((each) => events.ring(each, 0))));
  return (await db.call.findFirstOrThrow({ where: { pbxCallId: events.callId } })).id;
}

const phaseOf = async (id: string) => (await db.call.findUniqueOrThrow({ where: { id } })).phase;
const done = (callId: string) => ({ ok: true, data: { callId } });
const refusedFor = (reason: string) => ({ ok: false, reason });

describe('one phone, one voice at a time', () => {
  test('answering a second call holds the first', async () => {
    const first = await ring('101');
    const second = await ring('101');
    await answer(olga, first);

    expect(await answer(olga, second)).toEqual(done(second));
    expect([await phaseOf(first), await phaseOf(second)]).toEqual(['held', 'talking']);
  });

  test('[R9] who presses Answer too late goes on talking with the customer they have', async () => {
    const current = await ring('101');
    const wanted = await ring('101', '102');
    await answer(olga, current);
    await answer(oskar, wanted);

    expect(await answer(olga, wanted)).toMatchObject({ reason: 'answeredByColleague', values: { name: 'Oskar Operator' } });
    expect(await phaseOf(current)).toBe('talking');
  });

  test('resuming one holds the other, and a resume that comes too late holds none', async () => {
    const first = await ring('101');
    const second = await ring('101');
    await answer(olga, first);
    await answer(olga, second);

    expect(await hold(olga, first, false)).toEqual(done(first));
    expect([await phaseOf(first), await phaseOf(second)]).toEqual(['talking', 'held']);

    await hangUp(olga, second);
    expect(await hold(olga, second, false)).toEqual(refusedFor('callEnded'));
    expect(await phaseOf(first)).toBe('talking');
  });

  test('[S0.19] dialling holds the call one is in, unless there is nothing to dial', async () => {
    const current = await ring('101');
    await answer(olga, current);

    expect(await press(olga, { act: 'dial', number: '+48 12' })).toEqual(refusedFor('numberInvalid'));
    expect(await press(olga, { act: 'dial', number: '12' })).toEqual(refusedFor('extensionUnknown'));
    expect(await phaseOf(current)).toBe('talking');

    expect(await press(olga, { act: 'dial', number: '+48600100101' })).toMatchObject({ ok: true });
    expect(await phaseOf(current)).toBe('held');
  });
});

describe('a colleague’s extension', () => {
  test('rings there, as the dialler’s own call, and stays theirs once answered', async () => {
    const dialled = await press(olga, { act: 'dial', number: '102' });
    const callId = dialled.ok ? dialled.data.callId : '';
    const snapshotOf = async (user: Presser) => (await deskSnapshot(user.id, new Date())).calls.map((call) => call.callId);
    expect(await snapshotOf(oskar)).toEqual([callId]);

    expect(await answer(oskar, callId)).toEqual(done(callId));
    expect([await snapshotOf(olga), await snapshotOf(oskar)]).toEqual([[callId], [callId]]);
    expect(await db.call.findUniqueOrThrow({ where: { id: callId } })).toMatchObject({ direction: 'internal', phase: 'talking' });
    expect(await hangUp(olga, callId)).toEqual(done(callId));
  });
});

describe('the same button twice: in two tabs, by key and mouse, or because the first reply was lost', () => {
  test('Answer is done, and never blamed on a colleague of one’s own name', async () => {
    const call = await ring('101', '102');
    expect(await Promise.all([answer(olga, call), answer(olga, call)])).toEqual([done(call), done(call)]);
    await hold(olga, call, true);
    expect(await answer(olga, call)).toEqual(done(call));
  });

  test('Hang up and Reject are done: the call is gone, as was asked', async () => {
    const answered = await ring('101');
    await answer(olga, answered);
    await hangUp(olga, answered);
    expect(await hangUp(olga, answered)).toEqual(done(answered));

    const rejected = await ring('101', '102');
    await reject(olga, rejected);
    expect(await reject(olga, rejected)).toEqual(done(rejected));
    expect(await phaseOf(rejected)).toBe('ringing');
  });

  test('Hold is done while the call is held, and talks when it is resumed twice', async () => {
    const call = await ring('101');
    await answer(olga, call);
    for (const held of [true, true, false, false]) expect(await hold(olga, call, held)).toEqual(done(call));
    expect(await phaseOf(call)).toBe('talking');
  });
});

describe('a press that comes too late', () => {
  test('to answer a call that has ended says so', async () => {
    const call = await ring('101');
    await reject(olga, call);
    expect(await answer(olga, call)).toEqual(refusedFor('callEnded'));
  });

  test('to reject what a colleague has answered has what it wanted', async () => {
    const call = await ring('101', '102');
    await answer(oskar, call);
    expect(await reject(olga, call)).toEqual(done(call));
    expect(await phaseOf(call)).toBe('talking');
  });

  test('to reject what was answered here meanwhile ends nothing', async () => {
    const call = await ring('101');
    await answer(olga, call);
    expect(await reject(olga, call)).toEqual(refusedFor('conflict'));
    expect(await phaseOf(call)).toBe('talking');
  });

  test('[R34] to hang up or hold a colleague’s call does nothing', async () => {
    const call = await ring('101', '102');
    await answer(oskar, call);
    expect(await hangUp(olga, call)).toMatchObject({ reason: 'answeredByColleague' });
    expect(await hold(olga, call, true)).toMatchObject({ reason: 'answeredByColleague' });
    expect(await phaseOf(call)).toBe('talking');
  });
});

describe('who may press', () => {
  test('nobody who is signed out', async () => {
    expect(await press(null, { act: 'answer', callId: await ring('101') })).toEqual(refusedFor('signedOut'));
  });

  test('[R34] no role without calls, and no phone that the call never was at', async () => {
    const call = await ring('101');
    expect(await answer({ ...olga, role: 'venue' }, call)).toEqual(refusedFor('notAllowed'));
    expect(await answer(oskar, call)).toEqual(refusedFor('notFound'));
  });

  test('[S0.3a] no phone that is not connected', async () => {
    const call = await ring('101');
    await db.pbxAccount.updateMany({ where: { userId: olga.id }, data: { device: 'unregistered' } });
    expect(await answer(olga, call)).toEqual(refusedFor('phoneNotConnected'));
  });

  test('nobody whose PBX only tells what happens: the phone’s own keys do it', async () => {
    const call = await ring('101');
    await db.pbxConnection.update({ where: { id: world.source.id }, data: { kind: 'webhook' } });
    expect(await answer(olga, call)).toEqual(refusedFor('usePhoneKeys'));
    expect(await press(olga, { act: 'dial', number: '+48600100101' })).toEqual(refusedFor('usePhoneKeys'));
  });

  test('nobody without an account', async () => {
    const call = await ring('101');
    await db.pbxAccount.deleteMany({ where: { userId: olga.id } });
    expect(await answer(olga, call)).toEqual(refusedFor('phoneNotConnected'));
  });

  test.each([undefined, null, {}, { act: 'answer' }, { act: 'shout', callId: randomUUID() }, { act: 'sendDigit', digit: '12' }])(
    'nothing that is no act: %j',
    async (raw) => {
      expect(await actOnPhone(olga, raw)).toMatchObject({ ok: false, reason: 'invalid' });
    },
  );
});

describe('which number is presented', () => {
  const lineOf = async (answer: Awaited<ReturnType<typeof press>>) => {
    if (!answer.ok) throw new Error(answer.reason);
    return (await db.call.findUniqueOrThrow({ where: { id: answer.data.callId } })).lineId;
  };
  const dial = (user: Presser, lineId?: string) => press(user, { act: 'dial', number: '+48600100101', lineId });
  const addLine = (operatorIds: string[], e164: string) => createLine(db, { connectionId: world.source.id, operatorIds, e164 });

  test('[S2.4] the one that was chosen for this call', async () => {
    const other = await addLine([olga.id], '+48990000001');
    expect(await lineOf(await dial(olga, other.id))).toBe(other.id);
  });

  test('[S2.4] without a choice the one presented last, else the first of the pool', async () => {
    const first = await addLine([olga.id], '+48110000001');
    const last = await addLine([olga.id], '+48990000002');
    expect(await lineOf(await dial(olga))).toBe(first.id);

    await db.user.update({ where: { id: olga.id }, data: { presentsLineId: last.id } });
    expect(await lineOf(await dial(olga))).toBe(last.id);
  });

  test('[S2.4a] who may not choose presents the first of the pool, and is refused any choice', async () => {
    const unprivileged: Presser = { ...olga, role: 'venue', grants: ['call:handle'] };
    const first = await addLine([olga.id], '+48110000002');
    const other = await addLine([olga.id], '+48990000003');
    await db.user.update({ where: { id: olga.id }, data: { presentsLineId: other.id } });

    expect(await dial(unprivileged, other.id)).toEqual(refusedFor('notAllowed'));
    expect(await dial(unprivileged, first.id)).toEqual(refusedFor('notAllowed'));
    expect(await lineOf(await dial(unprivileged))).toBe(first.id);
  });

  test("[R34] [S2.7b] a number outside one's pool is refused: a colleague's, another PBX's, or none at all", async () => {
    const hers = await addLine([oskar.id], '+48990000004');
    const { id: elsewhere } = await createConnection(db);
    const otherPbx = await createLine(db, { connectionId: elsewhere, operatorIds: [olga.id] });

    for (const lineId of [hers.id, otherPbx.id, randomUUID()]) {
      expect(await dial(olga, lineId)).toEqual(refusedFor('notAllowed'));
    }
    expect(await db.call.count({ where: { connectionId: world.source.id } })).toBe(0);
  });
});
