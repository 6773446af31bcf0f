import { afterEach, beforeEach, expect, test } from 'vitest';
import { createConnection, createLine, createPbxAccount } from '../../prisma/factories/pbx.ts';
import { createUser } from '../../prisma/factories/people.ts';
import { db } from '../db/client.ts';
import { type AmiSession, openAmi } from './ami-client.ts';
import { storedPresentations, syncPresentations } from './presentation.ts';
import { LOOPBACK, SECRET, startAsteriskDouble } from './testing.ts';

const OLD = '999/48221000001';

let asterisk: Awaited<ReturnType<typeof startAsteriskDouble>>;
let session: AmiSession;
let connectionId: string;

beforeEach(async () => {
  asterisk = await startAsteriskDouble({ database: new Map([[`/offhook-present-${OLD}`, '1']]) });
  const target = { host: 'pbx.lan', port: asterisk.port, tls: false, user: 'offhook', secret: SECRET };
  session = await openAmi(target, { events: 'off', outside: LOOPBACK });
  connectionId = (await createConnection(db, { kind: 'asterisk', name: 'House PBX' })).id;
});
afterEach(async () => {
  session.close();
  await asterisk.stop();
});

const keys = () => [...asterisk.furniture.database.keys()];

test('[S2.4] Asterisk keeps the numbers that each extension may present, and no other', async () => {
  const { id: userId } = await createUser(db);
  await createPbxAccount(db, { userId, connectionId, extension: '101' });
  await createLine(db, { connectionId, e164: '+48221000002', operatorIds: [userId] });

  const held = await syncPresentations(session, connectionId, await storedPresentations(session));
  expect([...held]).toEqual(['101/48221000002']);
  expect(keys()).toEqual(['/offhook-present-101/48221000002']);
});

test('[S2.4] a right that could not be taken away is known to be there, and is taken away the next time', async () => {
  asterisk.furniture.denied = ['DBDel'];
  const held = await syncPresentations(session, connectionId, await storedPresentations(session));
  expect([...held]).toEqual([OLD]);

  asterisk.furniture.denied = [];
  expect([...(await syncPresentations(session, connectionId, held))]).toEqual([]);
  expect(keys()).toEqual([]);
});

test('one that somebody took out of Asterisk meanwhile is gone', async () => {
  asterisk.furniture.database.clear();
  expect([...(await syncPresentations(session, connectionId, new Set([OLD])))]).toEqual([]);
});
