import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  type AsteriskDouble,
  buildChannel,
  buildEndpoint,
  LOOPBACK,
  SECRET,
  startAsteriskDouble,
} from '../lib/asterisk/testing.ts';
import { db } from '../lib/db/client.ts';
import { env } from '../lib/env.ts';
import { EXPECTED, type ExpectedCall } from '../lib/pbx/samples/expected.ts';
import { readSample, SAMPLES } from '../lib/pbx/samples/read-sample.ts';
import { seal } from '../lib/pbx/vault.ts';
import { createAsteriskServer } from '../prisma/factories/asterisk.ts';
import { uniqueNumber } from '../prisma/factories/numbers.ts';
import { createConnection, createLine, createPbxAccount } from '../prisma/factories/pbx.ts';
import { createUser } from '../prisma/factories/people.ts';
import { administer } from '../scripts/database/scratch.ts';
import { startAsteriskBridge } from './asterisk-bridge.ts';

const url = env.databaseUrl ?? '';
const name = new URL(url).pathname.slice(1);

let asterisk: AsteriskDouble;
let connectionId: string;
let bridges: { stop: () => Promise<void> }[];

beforeEach(async () => {
  bridges = [];
  asterisk = await startAsteriskDouble();
  ({ id: connectionId } = await createConnection(db, { kind: 'asterisk', country: 'RU' }));
});

afterEach(async () => {
  await bringDatabaseBack();
  await Promise.all(bridges.map((each) => each.stop()));
  await asterisk.stop();
  await db.asteriskServer.deleteMany();
});

/** Connects this test's Asterisk, and waits until it is followed. */
async function bridge(settings = {}, options = {}) {
  await createAsteriskServer(db, { connectionId, amiPort: asterisk.port, sealedAmiSecret: seal(SECRET), ...settings });
  start(options);
  await isUp();
}

function start(options = {}) {
  const dependencies = { now: () => new Date(), random: () => 0, outside: LOOPBACK, lookEveryMs: 30, ...options };
  bridges.push(startAsteriskBridge(dependencies));
}

const eventually = <Result>(look: () => Promise<Result>) => vi.waitFor(look, { timeout: 15_000, interval: 15 });
const serverRow = () => db.asteriskServer.findUniqueOrThrow({ where: { connectionId } });
const isUp = () => eventually(async () => expect(await serverRow()).toMatchObject({ linkState: 'up', linkProblem: null }));
const isDown = (linkProblem: string) =>
  eventually(async () => expect(await serverRow()).toMatchObject({ linkState: 'down', linkProblem }));
const callOf = (pbxCallId: string) => db.call.findFirstOrThrow({ where: { connectionId, pbxCallId } });
const becomes = (pbxCallId: string, facts: object) =>
  eventually(async () => expect(await callOf(pbxCallId)).toMatchObject(facts));

async function operatorAt(extension: string, device: 'registered' | 'unregistered' | 'unknown' = 'unknown') {
  const user = await createUser(db);
  await createPbxAccount(db, { userId: user.id, connectionId, extension, device });
  return user;
}

async function takeDatabaseAway() {
  await administer(url, `alter database "${name}" with allow_connections false`);
  await administer(url, `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
}
const bringDatabaseBack = () => administer(url, `alter database "${name}" with allow_connections true`);

const second = (count: number) => String(1_795_900_000 + count);
/** A caller who rings at 101; one begun an hour before the test is as good as now. */
function arrive(id: string) {
  asterisk.send({
    Event: 'Newchannel',
    Timestamp: second(0),
    Channel: 'PJSIP/trunk-00000001',
    Uniqueid: id,
    Linkedid: id,
    Exten: '88001000101',
    CallerIDNum: '79161234567',
  });
  dialEvent('DialBegin', id, 1);
}
function dialEvent(name: 'DialBegin' | 'DialEnd', id: string, at: number, extension = '101', more = {}) {
  asterisk.send({
    Event: name,
    Timestamp: second(at),
    Channel: 'PJSIP/trunk-00000001',
    Uniqueid: id,
    DestChannel: `PJSIP/${extension}-00000002`,
    DestUniqueid: `${id}-${extension}`,
    ...more,
  });
}
const pickUp = (id: string, at = 4, extension = '101') => dialEvent('DialEnd', id, at, extension, { DialStatus: 'ANSWER' });
const hangUp = (id: string, at = 34) =>
  asterisk.send({ Event: 'Hangup', Timestamp: second(at), Channel: 'PJSIP/trunk-00000001', Uniqueid: id, Cause: '16' });
const trunkChannel = (id: string, more = {}) =>
  buildChannel({ Channel: 'PJSIP/trunk-00000001', Uniqueid: id, BridgeId: 'b1', ...more });
const operatorChannel = (id: string, extension = '101', more = {}) =>
  buildChannel({
    Channel: `PJSIP/${extension}-00000002`,
    Uniqueid: `${id}-${extension}`,
    Linkedid: id,
    BridgeId: 'b1',
    Exten: '',
    ...more,
  });
const newId = () => `${randomUUID()}.1`;

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

describe('the link', () => {
  test.each([
    ['loginRefused', { amiUser: 'nobody' }],
    ['addressRefused', { amiHost: '169.254.169.254' }],
    ['patternInvalid', { extensionPattern: '(' }],
    ['secretUnreadable', { sealedAmiSecret: 'v1.AAAA' }],
  ])('says why it is down: %s', async (problem, settings) => {
    await createAsteriskServer(db, { connectionId, amiPort: asterisk.port, sealedAmiSecret: seal(SECRET), ...settings });
    start();
    await isDown(problem);
    expect((await serverRow()).linkAt).not.toBeNull();
  });

  test('a setting that is changed counts without a restart, and one that is taken away ends the connection', async () => {
    await bridge();
    const moved = await startAsteriskDouble();
    await db.asteriskServer.update({ where: { connectionId }, data: { amiPort: moved.port, version: { increment: 1 } } });
    await eventually(async () => expect([asterisk.listeners(), moved.listeners()]).toEqual([0, 1]));

    await db.asteriskServer.delete({ where: { connectionId } });
    await eventually(async () => expect(moved.listeners()).toBe(0));
    await moved.stop();
  });

  test('[R19] of two processes one is connected, and the other takes over when it ends', async () => {
    await bridge();
    start();
    const id = newId();
    arrive(id);
    await becomes(id, { phase: 'ringing' });
    expect(asterisk.logins()).toBe(1);

    asterisk.furniture.channels = [trunkChannel(id, { BridgeId: '' })];
    await bridges.shift()?.stop();
    await eventually(async () => expect(asterisk.listeners()).toBe(1));
    expect(asterisk.logins()).toBe(2);
    expect(await callOf(id)).toMatchObject({ phase: 'ringing', isEstimated: false });
  });

  test('[R12] what is heard while the database is away is recorded in order when it is back', async () => {
    await bridge();
    const id = newId();
    arrive(id);
    await becomes(id, { phase: 'ringing' });

    await takeDatabaseAway();
    pickUp(id);
    hangUp(id);
    await expect(callOf(id)).rejects.toThrow();
    await bringDatabaseBack();

    await becomes(id, { phase: 'ended', cause: 'completed', talkSeconds: 30, isEstimated: false });
    expect(asterisk.logins()).toBe(1);
  });

  test('[R18] who is told to end does, also while what was heard waits for the database', async () => {
    await bridge({}, { checkEveryMs: 30 });
    await takeDatabaseAway();
    arrive(newId());
    // One look asks after the other was answered: the second comes after the call was heard of.
    const looks = () => asterisk.asked.filter((action) => action.name === 'Ping').length;
    const before = looks();
    await asterisk.until(() => looks() >= before + 2);
    asterisk.dropAll();
    await asterisk.until(() => asterisk.logins() === 2);

    await bridges.pop()?.stop();
    expect(asterisk.listeners()).toBe(0);
  }, 40_000);
});

test('[R10] more than can be kept while the database is away is asked for anew', async () => {
  await bridge({}, { queueLimit: 2 });
  const [known, unheard, gone] = [newId(), newId(), newId()];
  for (const id of [known, gone]) {
    arrive(id);
    await becomes(id, { phase: 'ringing' });
  }

  await takeDatabaseAway();
  arrive(unheard);
  pickUp(known);
  hangUp(gone);
  asterisk.furniture.channels = [trunkChannel(known), operatorChannel(known), trunkChannel(unheard, { BridgeId: '' })];
  await expect(callOf(known)).rejects.toThrow();
  await bringDatabaseBack();

  await becomes(known, { phase: 'talking', operatorExtension: '101' });
  await becomes(gone, { phase: 'ended' });
  await becomes(unheard, { direction: 'inbound' });
  hangUp(known);
  await becomes(known, { phase: 'ended', cause: 'completed' });
});

describe('who may present which number', () => {
  const stored = () => [...asterisk.furniture.database.keys()].filter((key) => key.includes('present')).toSorted();

  test('[S2.4] Asterisk knows it from the lines, and hears of each change', async () => {
    const olga = await operatorAt('101');
    const [mine, other] = [uniqueNumber(), uniqueNumber()];
    const line = await createLine(db, { connectionId, e164: mine, operatorIds: [olga.id] });
    asterisk.furniture.database.set('/offhook-present-101/48999', '1').set('/registrar/contact/101', 'x');
    await bridge({}, { checkEveryMs: 40 });
    await eventually(async () => expect(stored()).toEqual([`/offhook-present-101/${mine.slice(1)}`]));
    expect(asterisk.furniture.database.has('/registrar/contact/101')).toBe(true);

    await createLine(db, { connectionId, e164: other, operatorIds: [olga.id] });
    await db.lineOperator.deleteMany({ where: { lineId: line.id } });
    await eventually(async () => expect(stored()).toEqual([`/offhook-present-101/${other.slice(1)}`]));

    const puts = asterisk.asked.filter(({ name }) => name === 'DBPut').length;
    expect(puts).toBe(2);
  });
});
