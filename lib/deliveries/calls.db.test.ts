import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { createCall, createLeg } from '../../prisma/factories/calls.ts';
import { createDelivery } from '../../prisma/factories/deliveries.ts';
import { uniqueNumber } from '../../prisma/factories/numbers.ts';
import { createPbxWorld } from '../../prisma/factories/pbx-world.ts';
import { createUser } from '../../prisma/factories/people.ts';
import { type CallViewer, callViewer } from '../calls/visible-calls.ts';
import { db } from '../db/client.ts';
import { findDelivery } from './delivery-queries.ts';
import { storeContent } from './store.ts';
import { emptyContent } from './types.ts';

let world: Awaited<ReturnType<typeof createPbxWorld>>;
let stranger: CallViewer;
let deliveryId: string;
let number: string;

beforeEach(async () => {
  world = await createPbxWorld();
  stranger = { userId: (await createUser(db)).id, seesAllLines: false };
  number = uniqueNumber();
  deliveryId = (await createDelivery(db, { phoneE164: number })).id;
});

function callOf(overrides: { lineId?: string; operatorId?: string }) {
  return createCall(db, { connectionId: world.source.id, fromE164: number, ...overrides });
}

async function seenBy(viewer: CallViewer): Promise<string[]> {
  return ((await findDelivery(deliveryId, viewer))?.calls ?? []).map((call) => call.id).sort();
}

test('[R34] a delivery shows the calls of one’s own lines; those of others stay with those who see all lines', async () => {
  const call = await callOf({ lineId: world.line.id });

  expect(await seenBy({ userId: world.olga.id, seesAllLines: false })).toEqual([call.id]);
  expect(await seenBy(stranger)).toEqual([]);
  expect(await seenBy(callViewer({ id: stranger.userId, role: 'supervisor', grants: [] }))).toEqual([call.id]);
});

test('[R34] a call one talked on, or that rang at one, is one’s own, whatever its line', async () => {
  const talked = await callOf({ operatorId: stranger.userId });
  const rang = await callOf({ lineId: world.line.id });
  await createLeg(db, { callId: rang.id, userId: stranger.userId });
  await callOf({ lineId: world.line.id });

  expect(await seenBy(stranger)).toEqual([talked.id, rang.id].sort());
});

test('[R34] a draft is tied to a call one may see, and to no other', async () => {
  const { id: callId } = await callOf({ lineId: world.line.id });
  const tiedBy = async (viewer: CallViewer) => {
    const id = randomUUID();
    const mine = { ...emptyContent, comment: 'Cold' };
    await storeContent({ deliveryId: id, base: null, mine, callId }, { ...viewer, country: 'PL', at: new Date() });
    return (await db.delivery.findUniqueOrThrow({ where: { id } })).callId;
  };

  expect(await tiedBy({ userId: world.olga.id, seesAllLines: false })).toBe(callId);
  expect(await tiedBy(stranger)).toBeNull();
});

test('[S0.20] a call about another delivery of the number is not about this one, nor is what came after it was closed', async () => {
  const viewer = { userId: world.olga.id, seesAllLines: false };
  const other = await createDelivery(db, { phoneE164: number });
  const free = await callOf({ lineId: world.line.id });
  const tied = await callOf({ lineId: world.line.id });
  await db.call.update({ where: { id: tied.id }, data: { aboutDeliveryId: other.id } });
  expect(await seenBy(viewer)).toEqual([free.id]);

  const closedAt = new Date(free.startedAt.getTime() - 60_000);
  await db.delivery.update({ where: { id: deliveryId }, data: { status: 'cancelled', updatedAt: closedAt } });
  expect(await seenBy(viewer)).toEqual([]);
});
