import { beforeEach, describe, expect, test } from 'vitest';
import { createConnection, createLine, createPbxAccount } from '../../prisma/factories/pbx.ts';
import { createPbxWorld } from '../../prisma/factories/pbx-world.ts';
import { db } from '../db/client.ts';
import { findInPool, numberPool } from '../lines/number-pool.ts';
import { DEFAULT_CALL_KEYS } from '../softphone/call-keys.ts';
import { callSettings, deskSettings } from './settings-queries.ts';
import { ChangeSettings } from './settings-schema.ts';
import { storeActiveAccount, storeCallKey, storeSettings, storeUsualKeys } from './settings-store.ts';

let world: Awaited<ReturnType<typeof createPbxWorld>>;
let olga: string;
let oskar: string;

beforeEach(async () => {
  world = await createPbxWorld();
  olga = world.olga.id;
  oskar = world.oskar.id;
});

const desk = (userId = olga) => deskSettings(userId, true);

describe('personal settings', () => {
  test('[S2.8] the dialer is shown until one switches it off, for oneself only', async () => {
    expect(await desk()).toMatchObject({ showsDialer: true });
    await storeSettings(olga, { showsDialer: false });

    expect(await desk()).toMatchObject({ showsDialer: false });
    expect(await desk(oskar)).toMatchObject({ showsDialer: true });
  });

  test('[S3.1] what answering opens is chosen among what is there by now', async () => {
    await storeSettings(olga, { incomingCallAction: 'nothing' });
    expect(await callSettings(olga)).toMatchObject({ incomingCallAction: 'nothing' });
    expect(await callSettings(oskar)).toMatchObject({ incomingCallAction: 'open_delivery' });
    const chosen = (action: string) => ChangeSettings.safeParse({ setting: 'incomingCallAction', action }).success;
    expect([chosen('register_inquiry'), chosen('open_call_window'), chosen('anything')]).toEqual([true, false, false]);
  });

  test('a key is changed for oneself, and back to the usual ones', async () => {
    expect(await storeCallKey(olga, 'answer', 'F10')).toBe('stored');
    expect(await desk()).toMatchObject({ keys: { ...DEFAULT_CALL_KEYS, answer: 'F10' } });
    expect(await desk(oskar)).toMatchObject({ keys: DEFAULT_CALL_KEYS });

    await storeUsualKeys(olga);
    expect(await desk()).toMatchObject({ keys: DEFAULT_CALL_KEYS });
  });

  test('a key that another act has stays with it', async () => {
    expect(await storeCallKey(olga, 'answer', 'F8')).toBe('hold');
    expect(await desk()).toMatchObject({ keys: DEFAULT_CALL_KEYS });
  });

  test('of two tabs that give one key to two acts at once, one is told', async () => {
    const outcomes = await Promise.all([storeCallKey(olga, 'hold', 'F10'), storeCallKey(olga, 'pause', 'F10')]);
    expect(outcomes.filter((outcome) => outcome === 'stored')).toHaveLength(1);
    expect(new Set(Object.values((await desk()).keys)).size).toBe(5);
  });

  test('a key that types or moves is stored by nobody', () => {
    const change = (key: string) => ChangeSettings.safeParse({ setting: 'key', act: 'answer', key }).success;
    expect([change('F10'), change('Alt+Q'), change('A'), change('Enter'), change('F5')]).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('the active account', () => {
  test('is one at a time, and chosen among one’s own', async () => {
    const second = await createConnection(db, { name: 'Second PBX' });
    const account = await createPbxAccount(db, { userId: olga, connectionId: second.id, extension: '501', isActive: false });

    expect(await storeActiveAccount(olga, account.id)).toBe(true);
    const { accounts } = await callSettings(olga);
    expect(accounts.filter((each) => each.isActive)).toMatchObject([{ extension: '501', pbxName: 'Second PBX' }]);
    expect(accounts).toHaveLength(2);
  });

  test("[R34] another's account cannot be taken, and changes nothing", async () => {
    const { accounts } = await callSettings(oskar);
    expect(await storeActiveAccount(olga, accounts[0]?.id ?? '')).toBe(false);
    expect((await callSettings(olga)).accounts).toMatchObject([{ extension: '101', isActive: true }]);
    expect((await callSettings(oskar)).accounts).toMatchObject([{ extension: '102', isActive: true }]);
  });
});

describe('the pool of numbers', () => {
  test('[S2.7b] holds the lines one is assigned to, at the PBX one is at now', async () => {
    const second = await createConnection(db);
    const other = await createPbxAccount(db, { userId: olga, connectionId: second.id, isActive: false });
    const there = await createLine(db, { connectionId: second.id, operatorIds: [olga] });
    await createLine(db, { connectionId: world.source.id, operatorIds: [oskar] });
    expect(await numberPool(olga)).toMatchObject([{ id: world.line.id, e164: world.line.e164 }]);
    expect(await findInPool(olga, there.id)).toBeNull();

    await storeActiveAccount(olga, other.id);
    expect(await numberPool(olga)).toMatchObject([{ id: there.id }]);
  });

  test('[S2.4] the number used last comes back; one that left the pool does not', async () => {
    const usual = await createLine(db, { connectionId: world.source.id, operatorIds: [olga], e164: '+48990000009' });
    await storeSettings(olga, { presentsLineId: usual.id });
    expect(await desk()).toMatchObject({ presentsLineId: usual.id });
    expect(await deskSettings(olga, false)).toMatchObject({ presentsLineId: world.line.id });

    await db.lineOperator.deleteMany({ where: { lineId: usual.id } });
    expect(await desk()).toMatchObject({ presentsLineId: world.line.id });
  });

  test('is empty for who is assigned to no line', async () => {
    await db.lineOperator.deleteMany({ where: { userId: olga } });
    expect(await desk()).toMatchObject({ pool: [], presentsLineId: null });
  });
});
