import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createDelivery } from '../../prisma/factories/deliveries.ts';
import { uniqueNumber } from '../../prisma/factories/numbers.ts';
import { buildCallEvents, createPbxWorld, parsed } from '../../prisma/factories/pbx-world.ts';
import { db } from '../db/client.ts';
import { recordEvents } from '../intake/record-event.ts';
import { answer, hangUp, hold, reject } from './exchange.ts';
import { dial, farEndOf } from './far-end.ts';
import { type PracticeCall, type PracticeDevice, practiceCall, practiceDevice, talkingCalls, tieToDelivery } from './queries.ts';

let world: Awaited<ReturnType<typeof createPbxWorld>>;
let olga: PracticeDevice;
let oskar: PracticeDevice;

beforeEach(async () => {
  world = await createPbxWorld();
  await db.pbxConnection.update({ where: { id: world.source.id }, data: { kind: 'practice' } });
  olga = await deviceOf(world.olga.id);
  oskar = await deviceOf(world.oskar.id);
});

async function deviceOf(userId: string): Promise<PracticeDevice> {
  const device = await practiceDevice(userId);
  if (!device) throw new Error('no practice device');
  return device;
}

async function ring(...extensions: string[]): Promise<PracticeCall> {
  const events = buildCallEvents(uniqueNumber(), world.line.e164);
  await recordEvents(world.source, randomUUID(), parsed(events.offered, ...extensions.map((each) => events.ring(each, 0))));
  return callAt(events.callId, olga);
}

async function callAt(pbxCallId: string, device: PracticeDevice): Promise<PracticeCall> {
  const { id } = await db.call.findFirstOrThrow({ where: { pbxCallId } });
  const call = await practiceCall(id, device);
  if (!call) throw new Error('not at this device');
  return call;
}

const stored = (call: PracticeCall) => db.call.findUniqueOrThrow({ where: { id: call.id } });

describe('the practice PBX', () => {
  test('[S0.6] Answer connects, Reject ends the call as declined', async () => {
    const first = await ring('101');
    expect(await answer(first, olga, new Date())).toBe(true);
    expect(await stored(first)).toMatchObject({ phase: 'talking', operatorId: world.olga.id });

    const second = await ring('101');
    expect(await reject(second, olga, new Date())).toBe(true);
    expect(await stored(second)).toMatchObject({ phase: 'ended', cause: 'declined', isMissed: true });
  });

  test('a call that one of two rejects goes on ringing at the other', async () => {
    const call = await ring('101', '102');
    await reject(call, olga, new Date());
    expect(await stored(call)).toMatchObject({ phase: 'ringing' });
    expect(await answer(call, olga, new Date())).toBe(false);
    expect(await answer(call, oskar, new Date())).toBe(true);
  });

  test('[R9] of two who answer in the same instant one wins', async () => {
    const call = await ring('101', '102');
    const won = await Promise.all([answer(call, olga, new Date()), answer(call, oskar, new Date())]);
    expect(won.filter(Boolean)).toHaveLength(1);
  });

  test('[S0.8] hanging up works at any time, for the one who has the call', async () => {
    const call = await ring('101', '102');
    expect(await hangUp(call, oskar, new Date())).toBe(false);
    await answer(call, olga, new Date());
    expect(await hangUp(call, oskar, new Date())).toBe(false);
    expect(await hangUp(call, olga, new Date())).toBe(true);
    expect(await stored(call)).toMatchObject({ phase: 'ended', endedBy: 'operator', cause: 'completed' });
    expect(await hangUp(call, olga, new Date())).toBe(false);
  });

  test('a call is held and resumed by the one who has it; held twice is no act', async () => {
    const call = await ring('101');
    await answer(call, olga, new Date());
    expect(await hold(call, olga, true, new Date())).toBe(true);
    expect(await hold(call, olga, true, new Date())).toBe(false);
    expect(await hold(call, olga, false, new Date())).toBe(true);
    expect(await stored(call)).toMatchObject({ phase: 'talking' });
  });

  test('[R34] a call that never was at a device is not found there', async () => {
    const call = await ring('101');
    expect(await practiceCall(call.id, oskar)).toBeNull();
  });

  test.each([
    ['+48600100103', 'answers'],
    ['+48600100100', 'is_busy'],
    ['+48600100101', 'never_answers'],
  ])('the called side of %s %s', (number, farEnd) => {
    expect(farEndOf(number)).toBe(farEnd);
  });

  test('[S0.19] an outgoing call rings for a second, is answered, and ends by Hang up', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    const { pbxCallId } = await dial(olga, { number: '+48600100103', presents: null }, new Date());
    const call = await callAt(pbxCallId, olga);
    expect(await stored(call)).toMatchObject({
      phase: 'ringing',
      direction: 'outbound',
      operatorId: world.olga.id,
      toE164: '+48600100103',
    });

    vi.advanceTimersByTime(1_000);
    vi.useRealTimers();
    await expect.poll(() => stored(call)).toMatchObject({ phase: 'talking' });
    expect(await talkingCalls(olga, randomUUID())).toMatchObject([{ id: call.id }]);
    expect(await hangUp(call, olga, new Date())).toBe(true);
  });

  test('[S0.20] a call dialled from a delivery is about it; one from a delivery that is gone goes on all the same', async () => {
    const { id: deliveryId } = await createDelivery(db);
    const dialAnybody = () => dial(olga, { number: uniqueNumber(), presents: null }, new Date());
    const [about, astray] = [await dialAnybody(), await dialAnybody()];
    await tieToDelivery(olga, about.pbxCallId, deliveryId);
    await tieToDelivery(olga, astray.pbxCallId, randomUUID());

    expect(await stored(await callAt(about.pbxCallId, olga))).toMatchObject({ aboutDeliveryId: deliveryId });
    expect(await stored(await callAt(astray.pbxCallId, olga))).toMatchObject({ aboutDeliveryId: null, phase: 'ringing' });
  });

  test('[S0.19] Hang up also ends an outgoing call that still rings', async () => {
    const { pbxCallId } = await dial(olga, { number: '+48600100101', presents: null }, new Date());
    const call = await callAt(pbxCallId, olga);
    expect(await hangUp(call, olga, new Date())).toBe(true);
    expect(await stored(call)).toMatchObject({ phase: 'ended', cause: 'caller_cancelled', isMissed: false });
  });
});
