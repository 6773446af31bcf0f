import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { createAsteriskServer } from '../../prisma/factories/asterisk.ts';
import { uniqueNumber } from '../../prisma/factories/numbers.ts';
import { buildCallEvents, createPbxWorld, parsed } from '../../prisma/factories/pbx-world.ts';
import { db } from '../db/client.ts';
import { type Overheard, overhear } from '../realtime/overheard.ts';
import { recordEvents } from './record-event.ts';
import { sweepLostCalls } from './sweep.ts';

let world: Awaited<ReturnType<typeof createPbxWorld>>;
let heard: Overheard[];

beforeEach(async () => {
  world = await createPbxWorld();
  heard = overhear();
});

const post = (...events: Parameters<typeof parsed>) => recordEvents(world.source, randomUUID(), parsed(...events));
const callOf = (pbxCallId: string) => db.call.findFirstOrThrow({ where: { pbxCallId } });

describe('sweepLostCalls', () => {
  test('[R5] a ring that never ends is ended as lost, told to its operator, and undone by a real event', async () => {
    const { callId, offered, ring, answer } = buildCallEvents(uniqueNumber(), world.line.e164);
    await post(offered, ring('101'));
    heard.length = 0;
    const later = new Date(Date.now() + 121_000);

    await sweepLostCalls(new Date());
    expect(await callOf(callId)).toMatchObject({ phase: 'ringing' });
    expect(await sweepLostCalls(later)).toBeGreaterThan(0);
    expect(await callOf(callId)).toMatchObject({ phase: 'ended', cause: 'lost', isEstimated: true, isMissed: true });
    expect(heard.find((each) => each.name === 'call:changed')?.facts[0]).toMatchObject({ phase: 'ended', ringing: [] });
    expect(await sweepLostCalls(later)).toBe(0);

    await post(answer('101'));
    expect(await callOf(callId)).toMatchObject({ phase: 'talking', isEstimated: false, isMissed: false });
  });

  test('a long talk is lost after four hours, unless its PBX can be asked and still has it', async () => {
    const { callId, offered, answer } = buildCallEvents(uniqueNumber(), world.line.e164);
    await post(offered, answer('101'));
    const later = new Date(Date.now() + 5 * 3_600_000);
    const connectionId = world.source.id;
    await db.pbxConnection.update({ where: { id: connectionId }, data: { kind: 'asterisk' } });
    await createAsteriskServer(db, { connectionId, sealedAmiSecret: 'sealed', linkState: 'up' });

    await sweepLostCalls(later);
    expect(await callOf(callId)).toMatchObject({ phase: 'talking' });

    await db.asteriskServer.update({ where: { connectionId }, data: { linkState: 'down' } });
    await sweepLostCalls(later);
    expect(await callOf(callId)).toMatchObject({ phase: 'ended', cause: 'lost' });
  });
});
