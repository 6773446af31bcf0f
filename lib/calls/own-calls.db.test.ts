import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { createDelivery } from '../../prisma/factories/deliveries.ts';
import { uniqueNumber } from '../../prisma/factories/numbers.ts';
import { buildCallEvents, createPbxWorld, parsed } from '../../prisma/factories/pbx-world.ts';
import { db } from '../db/client.ts';
import { recordEvents } from '../intake/record-event.ts';
import { saveDelivery, saveQuality } from './own-calls.ts';
import { MeasuredCall } from './schema.ts';

let world: Awaited<ReturnType<typeof createPbxWorld>>;

beforeEach(async () => {
  world = await createPbxWorld();
});

/** A call that Olga has answered. */
async function answered(): Promise<string> {
  const events = buildCallEvents(uniqueNumber(), world.line.e164);
  await recordEvents(world.source, randomUUID(), parsed(events.offered, events.ring('101'), events.answer('101')));
  return (await db.call.findFirstOrThrow({ where: { pbxCallId: events.callId } })).id;
}

async function dialled(): Promise<string> {
  const callId = randomUUID();
  await recordEvents(
    world.source,
    randomUUID(),
    parsed({
      type: 'call.offered',
      occurredAt: new Date().toISOString(),
      call: { callId, direction: 'outbound', from: { number: '101' }, to: { number: uniqueNumber() }, extension: '101' },
    }),
  );
  return (await db.call.findFirstOrThrow({ where: { pbxCallId: callId } })).id;
}

const measured = (callId: string, mos = 4.3): MeasuredCall => ({
  callId,
  mos,
  worstMos: 3.1,
  lossPercent: 2.5,
  jitterMs: 12,
  roundTripMs: 80,
  cause: 'loss',
  measuredForSeconds: 62,
});

describe('how a call sounded', () => {
  test('is kept for each operator’s side, the last word of it', async () => {
    const callId = await answered();
    expect(await saveQuality(measured(callId), world.olga.id, new Date())).toBe(true);
    expect(await saveQuality(measured(callId, 4.0), world.olga.id, new Date())).toBe(true);
    expect(await db.callQuality.findMany({ where: { callId } })).toMatchObject([
      { userId: world.olga.id, mos: 4.0, cause: 'loss' },
    ]);
  });

  test('[R34] is not kept of a call that one never had', async () => {
    const callId = await answered();
    expect(await saveQuality(measured(callId), world.oskar.id, new Date())).toBe(false);
    expect(await saveQuality(measured(randomUUID()), world.olga.id, new Date())).toBe(false);
    expect(await db.callQuality.count({ where: { callId } })).toBe(0);
  });

  test.each([{ mos: 9 }, { lossPercent: -1 }, { cause: 'rain' }, { callId: 'x' }])(
    'is refused where it is no measurement: %j',
    (fault) => {
      expect(MeasuredCall.safeParse({ ...measured(randomUUID()), ...fault }).success).toBe(false);
    },
  );
});

describe('[S0.20] the delivery a call was dialled from', () => {
  test('is kept with the call', async () => {
    const [callId, { id: deliveryId }] = [await dialled(), await createDelivery(db)];
    expect(await saveDelivery({ callId, deliveryId }, world.olga.id)).toBe(true);
    expect(await db.call.findUniqueOrThrow({ where: { id: callId } })).toMatchObject({ aboutDeliveryId: deliveryId });
  });

  test('[R34] is not changed by a colleague, nor on a call that came in', async () => {
    const [callId, inbound, { id: deliveryId }] = [await dialled(), await answered(), await createDelivery(db)];
    expect(await saveDelivery({ callId, deliveryId }, world.oskar.id)).toBe(false);
    expect(await saveDelivery({ callId: inbound, deliveryId }, world.olga.id)).toBe(false);
    expect(await saveDelivery({ callId, deliveryId: randomUUID() }, world.olga.id)).toBe(false);
  });
});
