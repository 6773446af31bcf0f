import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createAsteriskServer } from '../../prisma/factories/asterisk.ts';
import { createDelivery } from '../../prisma/factories/deliveries.ts';
import { uniqueNumber } from '../../prisma/factories/numbers.ts';
import { createLine } from '../../prisma/factories/pbx.ts';
import { buildCallEvents, createPbxWorld, parsed } from '../../prisma/factories/pbx-world.ts';
import { db } from '../db/client.ts';
import { recordEvents } from '../intake/record-event.ts';
import { seal } from '../pbx/vault.ts';
import type { Presser } from '../softphone/act-answer.ts';
import type { PhoneAct } from '../softphone/schema.ts';
import { whatPhoneCan } from '../softphone/what-phone-can.ts';
import { findPhone } from '../users/find-phone.ts';
import type { CallsWith } from '../users/types.ts';
import { actOnAsteriskPhone } from './phone-acts.ts';
import { type AsteriskDouble, buildChannel, buildEndpoint, LOOPBACK, SECRET, startAsteriskDouble } from './testing.ts';

let asterisk: AsteriskDouble;
let world: Awaited<ReturnType<typeof createPbxWorld>>;
let olga: Presser;
let oskar: Presser;

beforeEach(async () => {
  asterisk = await startAsteriskDouble({ endpoints: [buildEndpoint('101'), buildEndpoint('102')] });
  world = await createPbxWorld();
  const connectionId = world.source.id;
  await db.pbxConnection.update({ where: { id: connectionId }, data: { kind: 'asterisk' } });
  await db.pbxAccount.updateMany({ where: { connectionId }, data: { device: 'registered' } });
  await createAsteriskServer(db, { connectionId, amiPort: asterisk.port, sealedAmiSecret: seal(SECRET) });
  olga = { ...world.olga, grants: [] };
  oskar = { ...world.oskar, grants: [] };
  await callsWith(olga, 'desk_phone');
});
afterEach(() => asterisk.stop());

const callsWith = (user: Presser, device: CallsWith) => db.user.update({ where: { id: user.id }, data: { callsWith: device } });
const press = (user: Presser, act: PhoneAct) => actOnAsteriskPhone(user, act, LOOPBACK);
const dial = (number: string, more = {}) => press(olga, { act: 'dial', number, ...more });
const refusedFor = (reason: string) => ({ ok: false, reason });
const askedFor = (name: string) => asterisk.asked.filter((action) => action.name === name);

/** A call that Olga talks on. */
async function talking() {
  const events = buildCallEvents(uniqueNumber(), world.line.e164, `${randomUUID()}.1`);
  await recordEvents(world.source, randomUUID(), parsed(events.offered, events.ring('101'), events.answer('101')));
  const { id } = await db.call.findFirstOrThrow({ where: { pbxCallId: events.callId } });
  asterisk.furniture.channels = [
    buildChannel({ Channel: 'PJSIP/trunk-0000000a', Uniqueid: events.callId }),
    buildChannel({ Channel: 'PJSIP/101-0000000b', Uniqueid: 'leg-101', Linkedid: events.callId }),
    buildChannel({ Channel: 'PJSIP/trunk-0000000c', Uniqueid: 'another' }),
    buildChannel({ Channel: 'PJSIP/101-0000000d', Uniqueid: 'leg-another', Linkedid: 'another' }),
  ];
  return { id, ...events };
}

describe('[S2.9] click to call at a desk phone', () => {
  test('rings the phone, and shows the call before Asterisk has said a word', async () => {
    const { id: deliveryId } = await createDelivery(db);
    const answer = await dial('600 100 101', { deliveryId });

    const call = await db.call.findFirstOrThrow({ where: { connectionId: world.source.id } });
    expect(answer).toEqual({ ok: true, data: { callId: call.id } });
    expect(call).toMatchObject({
      ...{ direction: 'outbound', phase: 'offered', toE164: '+48600100101', operatorId: olga.id },
      ...{ lineId: world.line.id, aboutDeliveryId: deliveryId },
    });
    expect(askedFor('Originate')).toEqual([
      {
        name: 'Originate',
        fields: expect.objectContaining({
          Channel: 'PJSIP/101',
          ChannelId: call.pbxCallId,
          Context: 'offhook-operators',
          Exten: '+48600100101',
          Async: 'true',
        }),
        variables: [`__OFFHOOK_PRESENT=${world.line.e164}`],
      },
    ]);
  });

  test('[S2.4] presents the number that was chosen, and no other than one’s own', async () => {
    const connectionId = world.source.id;
    const mine = await createLine(db, { connectionId, operatorIds: [olga.id] });
    const foreign = await createLine(db, { connectionId, operatorIds: [oskar.id] });

    await dial('+48600100101', { lineId: mine.id });
    expect(askedFor('Originate')[0]?.variables).toEqual([`__OFFHOOK_PRESENT=${mine.e164}`]);
    expect(await dial('+48600100101', { lineId: foreign.id })).toEqual(refusedFor('notAllowed'));
    expect(askedFor('Originate')).toHaveLength(1);
  });

  test('a colleague is dialled by their extension', async () => {
    await dial('102');
    expect(askedFor('Originate')[0]?.fields.Exten).toBe('102');
    expect(await db.call.findFirst({ where: { connectionId: world.source.id } })).toMatchObject({ direction: 'internal' });
  });

  test.each(['1', '+48', '600\r\nAction: Originate', 'anonymous', '+4812', 'SHELL(id)'])(
    '[R40] %j is no number, and nothing of it reaches the PBX',
    async (number) => {
      expect(await dial(number)).toEqual(refusedFor('numberInvalid'));
      expect(asterisk.asked).toEqual([]);
    },
  );

  test('an Asterisk that says no, or does not answer, leaves no call behind', async () => {
    asterisk.furniture.denied = ['Originate'];
    expect(await dial('+48600100101')).toEqual(refusedFor('unavailable'));
    await asterisk.stop();
    expect(await dial('+48600100101')).toEqual(refusedFor('unavailable'));

    const calls = await db.call.findMany({ where: { connectionId: world.source.id } });
    expect(calls.map(({ phase, cause }) => `${phase} ${cause}`)).toEqual(['ended failed', 'ended failed']);
    await asterisk.restart();
  });

  test('Hang up takes this user’s channel of this call off the line, and no other', async () => {
    const { id } = await talking();
    expect(await press(olga, { act: 'hangUp', callId: id })).toEqual({ ok: true, data: { callId: id } });
    expect(askedFor('Hangup').map(({ fields }) => fields.Channel)).toEqual(['PJSIP/101-0000000b']);
  });

  test('[S0.3a] a phone that is not registered is not rung', async () => {
    await db.pbxAccount.updateMany({ where: { userId: olga.id }, data: { device: 'unregistered' } });
    expect(await dial('+48600100101')).toEqual(refusedFor('phoneNotConnected'));
  });
});

test('a desk phone is asked for nothing but what the desk offers at one: the rest is refused with where it is done', async () => {
  const { id: callId } = await talking();
  const acts: Record<PhoneAct['act'], PhoneAct> = {
    answer: { act: 'answer', callId },
    reject: { act: 'reject', callId },
    hold: { act: 'hold', callId, held: true },
    sendDigit: { act: 'sendDigit', callId, digit: '1' },
    transfer: { act: 'transfer', callId, to: '102' },
    consult: { act: 'consult', callId, to: '102' },
    completeTransfer: { act: 'completeTransfer', callId, consultCallId: randomUUID() },
    dial: { act: 'dial', number: '+48600100101' },
    resume: { act: 'resume', callId },
    hangUp: { act: 'hangUp', callId },
  };
  const can = whatPhoneCan({ phone: await findPhone(olga.id), sip: null });

  for (const act of Object.values(acts)) {
    const answer = await press(olga, act);
    expect(answer).toEqual(can[act.act] ? { ok: true, data: { callId: expect.any(String) } } : refusedFor('usePhoneKeys'));
  }
});

describe('a call that is in no browser any more', () => {
  const resume = (user: Presser, callId: string) => press(user, { act: 'resume', callId });

  test('is brought to the phone of the one who has it: the caller keeps the line', async () => {
    await callsWith(olga, 'browser');
    const { id } = await talking();
    expect(await resume(olga, id)).toEqual({ ok: true, data: { callId: id } });
    expect(askedFor('Redirect').map(({ fields }) => fields)).toEqual([
      expect.objectContaining({ Channel: 'PJSIP/trunk-0000000a', Context: 'offhook-resume', Exten: '101', Priority: '1' }),
    ]);
  });

  test('is brought also while it rings, to the phone that was not there when it came; not to one it does not ring at', async () => {
    const events = buildCallEvents(uniqueNumber(), world.line.e164, `${randomUUID()}.1`);
    await recordEvents(world.source, randomUUID(), parsed(events.offered, events.ring('101')));
    const { id } = await db.call.findFirstOrThrow({ where: { pbxCallId: events.callId } });
    asterisk.furniture.channels = [
      buildChannel({ Channel: 'PJSIP/101-0000000b', Uniqueid: 'leg-101', Linkedid: events.callId, ChannelStateDesc: 'Ringing' }),
      buildChannel({ Channel: 'PJSIP/trunk-0000000a', Uniqueid: events.callId, ChannelStateDesc: 'Ring' }),
    ];
    expect(await resume(oskar, id)).toEqual(refusedFor('notFound'));
    expect(await resume(olga, id)).toEqual({ ok: true, data: { callId: id } });
    expect(askedFor('Redirect').map(({ fields }) => fields)).toEqual([
      expect.objectContaining({ Channel: 'PJSIP/trunk-0000000a', Context: 'offhook-resume', Exten: '101' }),
    ]);

    await recordEvents(world.source, randomUUID(), parsed(events.answer('102')));
    expect(await resume(olga, id)).toEqual(refusedFor('notFound'));
  });

  test('[R34] is not taken from a colleague who has got it a moment ago', async () => {
    const { id, callId } = await talking();
    asterisk.furniture.channels = [
      buildChannel({ Channel: 'PJSIP/trunk-0000000a', Uniqueid: callId, BridgeId: 'b1' }),
      buildChannel({ Channel: 'PJSIP/102-0000000e', Uniqueid: 'leg-102', Linkedid: callId, BridgeId: 'b1' }),
    ];
    expect(await resume(olga, id)).toEqual(refusedFor('callEnded'));
    expect(askedFor('Redirect')).toEqual([]);
  });

  test('[R34] is nobody else’s', async () => {
    const { id } = await talking();
    expect(await resume(oskar, id)).toEqual(refusedFor('notFound'));
    expect(await resume(olga, randomUUID())).toEqual(refusedFor('notFound'));
    expect(asterisk.asked).toEqual([]);
  });

  test('stays where it is while the phone is not registered, for the caller would lose the line', async () => {
    const { id } = await talking();
    asterisk.furniture.endpoints = [buildEndpoint('101', { Contacts: '', DeviceState: 'Unavailable' })];
    expect(await resume(olga, id)).toEqual(refusedFor('phoneNotConnected'));
    expect(askedFor('Redirect')).toEqual([]);
  });

  test('says so when it has ended', async () => {
    const { id, end } = await talking();
    asterisk.furniture.channels = [];
    expect(await resume(olga, id)).toEqual(refusedFor('callEnded'));
    await recordEvents(world.source, randomUUID(), parsed(end()));
    expect(await resume(olga, id)).toEqual(refusedFor('callEnded'));
  });
});

test('of a call between colleagues each can hang up, whoever dialled', async () => {
  const callId = `${randomUUID()}.1`;
  const occurredAt = new Date().toISOString();
  const answered = { callId, legId: 'leg-102', extension: '102' };
  await recordEvents(
    world.source,
    randomUUID(),
    parsed(
      {
        ...{ type: 'call.offered', occurredAt },
        call: { callId, direction: 'internal', from: { number: '101' }, to: { number: '102' }, extension: '101' },
      },
      { type: 'leg.ringing', occurredAt, call: answered },
      { type: 'call.answered', occurredAt, call: answered },
    ),
  );
  const { id } = await db.call.findFirstOrThrow({ where: { pbxCallId: callId } });
  asterisk.furniture.channels = [
    buildChannel({ Channel: 'PJSIP/101-0000000a', Uniqueid: callId }),
    buildChannel({ Channel: 'PJSIP/102-0000000b', Uniqueid: 'leg-102', Linkedid: callId }),
  ];
  expect(await press(olga, { act: 'hangUp', callId: id })).toEqual({ ok: true, data: { callId: id } });
  expect(askedFor('Hangup').map(({ fields }) => fields.Channel)).toEqual(['PJSIP/101-0000000a']);
});

test('a phone in the browser does the rest by itself; a call that is in no browser is hung up here', async () => {
  await callsWith(olga, 'browser');
  const { id } = await talking();
  expect(await press(olga, { act: 'hangUp', callId: id })).toEqual({ ok: true, data: { callId: id } });
  for (const act of ['answer', 'reject'] as const)
    expect(await press(olga, { act, callId: id })).toEqual(refusedFor('impossible'));
  expect(await dial('+48600100101')).toEqual(refusedFor('impossible'));
});
