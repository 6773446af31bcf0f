import { describe, expect, test } from 'vitest';
import { SECRET, startAsteriskDouble } from '../lib/asterisk/testing.ts';
import { db } from '../lib/db/client.ts';
import { seal } from '../lib/pbx/vault.ts';
import { createAsteriskServer } from '../prisma/factories/asterisk.ts';
import { uniqueNumber } from '../prisma/factories/numbers.ts';
import { createLine } from '../prisma/factories/pbx.ts';
import {
  arrive,
  asterisk,
  becomes,
  bridge,
  bridges,
  bringDatabaseBack,
  callOf,
  connectionId,
  eventually,
  hangUp,
  isDown,
  newId,
  operatorAt,
  operatorChannel,
  pickUp,
  serverRow,
  start,
  takeDatabaseAway,
  trunkChannel,
  useAsterisk,
} from './asterisk-bridge-testing.ts';

useAsterisk();

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
