import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { createPbxWorld, parsed } from '../../prisma/factories/pbx-world.ts';
import { db } from '../db/client.ts';
import { deskSnapshot } from '../desk/snapshot.ts';
import { type Overheard, overhear } from '../realtime/overheard.ts';
import { recordEvents } from './record-event.ts';

let world: Awaited<ReturnType<typeof createPbxWorld>>;
let heard: Overheard[];

beforeEach(async () => {
  world = await createPbxWorld();
  heard = overhear();
});

const post = (...events: Parameters<typeof parsed>) => recordEvents(world.source, randomUUID(), parsed(...events));

describe('device events', () => {
  const device = (type: 'device.registered' | 'device.unregistered', second: number) =>
    post({ type, occurredAt: new Date(1e12 + second * 1000).toISOString(), device: { extension: '101' } });

  test('[S0.3a] an unregistered device is told to its user, and an older word that comes late is not believed', async () => {
    await device('device.unregistered', 10);
    await device('device.registered', 5);

    expect(heard).toMatchObject([{ rooms: [`user:${world.olga.id}`], name: 'device:changed', facts: [{ isRegistered: false }] }]);
    expect((await deskSnapshot(world.olga.id, new Date())).phone).toMatchObject({ extension: '101', isRegistered: false });
  });

  test('[R11] a word from a clock ahead of ours does not outlive the next one', async () => {
    const say = (type: 'device.registered' | 'device.unregistered', aheadMs: number) =>
      post({ type, occurredAt: new Date(Date.now() + aheadMs).toISOString(), device: { extension: '101' } });
    await say('device.unregistered', 600_000);
    await say('device.registered', 60_000);
    expect((await deskSnapshot(world.olga.id, new Date())).phone).toMatchObject({ isRegistered: true });
  });

  test('the device of an account that is not in use changes nobody’s phone status', async () => {
    await db.pbxAccount.updateMany({ where: { userId: world.olga.id }, data: { isActive: false } });
    await device('device.unregistered', 10);
    expect(heard).toEqual([]);
  });
});
