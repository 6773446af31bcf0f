import { describe, expect, test } from 'vitest';
import { buildChannel, buildEndpoint } from '../lib/asterisk/testing.ts';
import { db } from '../lib/db/client.ts';
import { EXPECTED, type ExpectedCall } from '../lib/pbx/samples/expected.ts';
import { readSample, SAMPLES } from '../lib/pbx/samples/read-sample.ts';
import {
  arrive,
  asterisk,
  becomes,
  bridge,
  callOf,
  connectionId,
  dialEvent,
  eventually,
  hangUp,
  isDown,
  isUp,
  newId,
  operatorAt,
  operatorChannel,
  pickUp,
  trunkChannel,
  useAsterisk,
} from './asterisk-bridge-testing.ts';

useAsterisk();

describe('what an Asterisk says becomes calls', () => {
  test('every captured sample is stored as the call it was', async () => {
    await bridge({ trunks: ['trunk'], extensionPattern: '^10\\d$' });
    for (const name of SAMPLES) for (const event of readSample(name)) asterisk.send(event);

    const expected: Record<string, ExpectedCall> = Object.assign({}, ...SAMPLES.map((name) => EXPECTED[name].calls));
    await eventually(async () => {
      expect(await db.call.count({ where: { connectionId, phase: 'ended' } })).toBe(Object.keys(expected).length);
    });
    for (const [pbxCallId, call] of Object.entries(expected)) {
      const { direction, phase, cause, endedBy, isMissed, waitSeconds, talkSeconds, from, to } = call;
      expect(await callOf(pbxCallId)).toMatchObject({
        ...{ direction, phase, cause, endedBy, isMissed, waitSeconds, talkSeconds },
        fromRaw: from,
        toRaw: to,
        isEstimated: false,
        operatorExtension: call.operators.at(-1) ?? call.dialledBy,
      });
    }
  });

  test('an Asterisk that puts no time on its events is followed by ours', async () => {
    asterisk.furniture.timestamps = false;
    await bridge();
    const id = newId();
    asterisk.send({ Event: 'Newchannel', Channel: 'PJSIP/trunk-00000001', Uniqueid: id, Linkedid: id, Exten: '88001000101' });
    await becomes(id, { phase: 'offered', direction: 'inbound' });
  });
});

describe('[R5] events missed while nobody listened', () => {
  test('leave no call hanging: what Asterisk has no channel of is ended as lost, as soon as it is back', async () => {
    await bridge();
    const id = newId();
    arrive(id);
    pickUp(id);
    await becomes(id, { phase: 'talking', operatorExtension: '101' });

    await asterisk.stop();
    await isDown('refused');
    expect(await callOf(id)).toMatchObject({ phase: 'talking' });

    await asterisk.restart();
    await isUp();
    expect(await callOf(id)).toMatchObject({ phase: 'ended', cause: 'lost', isEstimated: true, isMissed: false });
  });

  test('let a call that is still up go on, answered or not, and its end is its own', async () => {
    await bridge();
    const [talks, rings] = [newId(), newId()];
    arrive(talks);
    arrive(rings);
    await becomes(rings, { phase: 'ringing' });

    asterisk.furniture.channels = [
      trunkChannel(talks),
      operatorChannel(talks),
      trunkChannel(rings, { BridgeId: '' }),
      operatorChannel(rings, '101', { BridgeId: '', ChannelStateDesc: 'Ringing' }),
    ];
    asterisk.dropAll();
    await becomes(talks, { phase: 'talking', operatorExtension: '101' });
    await isUp();

    hangUp(talks);
    dialEvent('DialEnd', rings, 20, '101', { DialStatus: 'NOANSWER' });
    hangUp(rings, 21);
    await becomes(talks, { phase: 'ended', cause: 'completed', isEstimated: false });
    await becomes(rings, { phase: 'ended', cause: 'no_answer', isEstimated: false, isMissed: true });
    const events = await db.callEvent.findMany({ where: { connectionId, pbxCallId: talks } });
    const places = events.map((event) => JSON.parse(JSON.stringify(event.body)).seq);
    expect(new Set(places).size).toBe(events.length);
  });

  test('a call that began meanwhile is taken up with what its channels say', async () => {
    const [inbound, outbound] = [newId(), newId()];
    asterisk.furniture.channels = [
      trunkChannel(inbound, { CallerIDNum: '79161112233', Exten: '88001000101', Duration: '00:01:00' }),
      operatorChannel(inbound, '102'),
      buildChannel({ Channel: 'PJSIP/101-00000009', Uniqueid: outbound, Exten: '79160001122', BridgeId: 'b2' }),
      buildChannel({
        Channel: 'PJSIP/trunk-0000000a',
        Uniqueid: `${outbound}-far`,
        Linkedid: outbound,
        Exten: '',
        CallerIDNum: '79160001122',
        BridgeId: 'b2',
      }),
    ];
    await bridge();

    await becomes(inbound, { phase: 'talking', direction: 'inbound', operatorExtension: '102', fromE164: '+79161112233' });
    await becomes(outbound, { phase: 'talking', direction: 'outbound', operatorExtension: '101', toE164: '+79160001122' });
    hangUp(`${outbound}-far`);
    await becomes(outbound, { phase: 'ended', cause: 'completed' });
  });

  test('a hangup that got lost on a connection that stands is noticed at the next look', async () => {
    await bridge({}, { checkEveryMs: 40 });
    const id = newId();
    asterisk.furniture.channels = [trunkChannel(id)];
    arrive(id);
    await becomes(id, { phase: 'ringing' });

    asterisk.furniture.channels = [];
    await becomes(id, { phase: 'ended', cause: 'lost', isEstimated: true });
  });

  test('devices that came or went meanwhile are told; while the link is down each keeps its last word', async () => {
    await operatorAt('101', 'unregistered');
    await operatorAt('102', 'registered');
    asterisk.furniture.endpoints = [buildEndpoint('101'), buildEndpoint('102', { Contacts: '', DeviceState: 'Unavailable' })];
    await bridge();
    const devices = async () => {
      const accounts = await db.pbxAccount.findMany({ where: { connectionId }, orderBy: { extension: 'asc' } });
      return accounts.map((each) => each.device);
    };
    await eventually(async () => expect(await devices()).toEqual(['registered', 'unregistered']));

    await asterisk.stop();
    await isDown('refused');
    expect(await devices()).toEqual(['registered', 'unregistered']);
  });
});
