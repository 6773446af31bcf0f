import { createHash, createHmac } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { createAsteriskServer } from '../../prisma/factories/asterisk.ts';
import { createConnection, createPbxAccount } from '../../prisma/factories/pbx.ts';
import { createUser } from '../../prisma/factories/people.ts';
import { db } from '../db/client.ts';
import { seal } from '../pbx/vault.ts';
import { browserAccount } from './browser-account.ts';
import { openAccount } from './open-account.ts';

const PASSWORD = 'a password of nobody else';
const NOW = new Date('2026-11-27T12:00:00Z');

let olga: { id: string };
let connectionId: string;

beforeEach(async () => {
  olga = await createUser(db, { name: 'Olga Operator' });
  connectionId = (await createConnection(db, { kind: 'asterisk' })).id;
  await createAsteriskServer(db, {
    sealedAmiSecret: seal('manager'),
    connectionId,
    sipAddress: 'wss://pbx.example.com:8089/ws',
    sipDomain: '',
    sipRealm: 'asterisk',
  });
  await createPbxAccount(db, { userId: olga.id, connectionId, login: 'olga', extension: '101', sealedPassword: seal(PASSWORD) });
});

const md5 = (text: string) => createHash('md5').update(text).digest('hex');
const setServer = (data: object) => db.asteriskServer.update({ where: { connectionId }, data });

describe('what the phone in the browser registers with', () => {
  test('[R35] is a digest that opens this PBX only, where its realm is known', async () => {
    const account = await browserAccount(olga.id, NOW);
    expect(account).toEqual({
      server: 'wss://pbx.example.com:8089/ws',
      domain: 'pbx.example.com',
      login: 'olga',
      extension: '101',
      secret: { ha1: md5(`olga:asterisk:${PASSWORD}`) },
      iceServers: [],
    });
    expect(JSON.stringify(account)).not.toContain(PASSWORD);
  });

  test('[R35] is the password itself only where the realm is not known', async () => {
    await setServer({ sipRealm: '' });
    expect(await browserAccount(olga.id, NOW)).toMatchObject({ secret: { password: PASSWORD } });
  });

  test('comes with a login at the TURN server for half a day', async () => {
    await setServer({ stunUrl: 'stun:stun.example.com', turnUrl: 'turn:turn.example.com', sealedTurnSecret: seal('shared') });
    const username = `${NOW.getTime() / 1000 + 12 * 3600}:${olga.id}`;
    expect((await browserAccount(olga.id, NOW))?.iceServers).toEqual([
      { urls: 'stun:stun.example.com' },
      { urls: 'turn:turn.example.com', username, credential: createHmac('sha1', 'shared').update(username).digest('base64') },
    ]);
  });
});

describe('who gets one', () => {
  test('[S0.1] nobody without a login or a password', async () => {
    await db.pbxAccount.updateMany({ where: { userId: olga.id }, data: { sealedPassword: null } });
    expect(await browserAccount(olga.id, NOW)).toBeNull();
  });

  test('nobody whose account is not the active one, or who calls with something else', async () => {
    await db.user.update({ where: { id: olga.id }, data: { callsWith: 'desk_phone' } });
    expect(await browserAccount(olga.id, NOW)).toBeNull();
    await db.user.update({ where: { id: olga.id }, data: { callsWith: 'browser' } });
    await db.pbxAccount.updateMany({ where: { userId: olga.id }, data: { isActive: false } });
    expect(await browserAccount(olga.id, NOW)).toBeNull();
  });

  test('[R34] nobody but its owner, and no role without calls', async () => {
    const oskar = await createUser(db, { name: 'Oskar Operator' });
    expect(await openAccount({ id: oskar.id, role: 'operator', grants: [] })).toMatchObject({ reason: 'notFound' });
    expect(await openAccount({ id: olga.id, role: 'venue', grants: [] })).toMatchObject({ reason: 'notAllowed' });
    expect(await openAccount(null)).toMatchObject({ reason: 'signedOut' });
    expect(await openAccount({ id: olga.id, role: 'operator', grants: [] })).toMatchObject({ ok: true });
  });
});
