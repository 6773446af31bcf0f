import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
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
});
