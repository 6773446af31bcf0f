import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { type AsteriskDouble, buildChannel, LOOPBACK, SECRET, startAsteriskDouble } from '../lib/asterisk/testing.ts';
import { db } from '../lib/db/client.ts';
import { env } from '../lib/env.ts';
import { seal } from '../lib/pbx/vault.ts';
import { createAsteriskServer } from '../prisma/factories/asterisk.ts';
import { createConnection, createPbxAccount } from '../prisma/factories/pbx.ts';
import { createUser } from '../prisma/factories/people.ts';
import { administer } from '../scripts/database/scratch.ts';
import { startAsteriskBridge } from './asterisk-bridge.ts';

const url = env.databaseUrl ?? '';
const name = new URL(url).pathname.slice(1);

export let asterisk: AsteriskDouble;
export let connectionId: string;
export let bridges: { stop: () => Promise<void> }[];

/** Each test of the file gets an Asterisk of its own, and leaves nothing behind. */
export function useAsterisk(): void {
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
}

/** Connects this test's Asterisk, and waits until it is followed. */
export async function bridge(settings = {}, options = {}) {
  await createAsteriskServer(db, { connectionId, amiPort: asterisk.port, sealedAmiSecret: seal(SECRET), ...settings });
  start(options);
  await isUp();
}

export function start(options = {}) {
  const dependencies = { now: () => new Date(), random: () => 0, outside: LOOPBACK, lookEveryMs: 30, ...options };
  bridges.push(startAsteriskBridge(dependencies));
}

export const eventually = <Result>(look: () => Promise<Result>) => vi.waitFor(look, { timeout: 15_000, interval: 15 });
export const serverRow = () => db.asteriskServer.findUniqueOrThrow({ where: { connectionId } });
export const isUp = () => eventually(async () => expect(await serverRow()).toMatchObject({ linkState: 'up', linkProblem: null }));
export const isDown = (linkProblem: string) =>
  eventually(async () => expect(await serverRow()).toMatchObject({ linkState: 'down', linkProblem }));
export const callOf = (pbxCallId: string) => db.call.findFirstOrThrow({ where: { connectionId, pbxCallId } });
export const becomes = (pbxCallId: string, facts: object) =>
  eventually(async () => expect(await callOf(pbxCallId)).toMatchObject(facts));

export async function operatorAt(extension: string, device: 'registered' | 'unregistered' | 'unknown' = 'unknown') {
  const user = await createUser(db);
  await createPbxAccount(db, { userId: user.id, connectionId, extension, device });
  return user;
}

export async function takeDatabaseAway() {
  await administer(url, `alter database "${name}" with allow_connections false`);
  await administer(url, `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
}
export const bringDatabaseBack = () => administer(url, `alter database "${name}" with allow_connections true`);

const second = (count: number) => String(1_795_900_000 + count);
/** A caller who rings at 101; one begun an hour before the test is as good as now. */
export function arrive(id: string) {
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
export function dialEvent(name: 'DialBegin' | 'DialEnd', id: string, at: number, extension = '101', more = {}) {
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
export const pickUp = (id: string, at = 4, extension = '101') =>
  dialEvent('DialEnd', id, at, extension, { DialStatus: 'ANSWER' });
export const hangUp = (id: string, at = 34) =>
  asterisk.send({ Event: 'Hangup', Timestamp: second(at), Channel: 'PJSIP/trunk-00000001', Uniqueid: id, Cause: '16' });
export const trunkChannel = (id: string, more = {}) =>
  buildChannel({ Channel: 'PJSIP/trunk-00000001', Uniqueid: id, BridgeId: 'b1', ...more });
export const operatorChannel = (id: string, extension = '101', more = {}) =>
  buildChannel({
    Channel: `PJSIP/${extension}-00000002`,
    Uniqueid: `${id}-${extension}`,
    Linkedid: id,
    BridgeId: 'b1',
    Exten: '',
    ...more,
  });
export const newId = () => `${randomUUID()}.1`;
