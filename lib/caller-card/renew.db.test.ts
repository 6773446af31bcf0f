import { beforeEach, describe, expect, test } from 'vitest';
import { createCall, createLeg } from '../../prisma/factories/calls.ts';
import { createCustomer } from '../../prisma/factories/customers.ts';
import { uniqueNumber } from '../../prisma/factories/numbers.ts';
import { createPbxWorld } from '../../prisma/factories/pbx-world.ts';
import { db } from '../db/client.ts';
import { type Overheard, overhear } from '../realtime/overheard.ts';
import { rememberChoice } from './choice-store.ts';
import { renewCards, renewCardsOf } from './renew.ts';

let world: Awaited<ReturnType<typeof createPbxWorld>>;
let heard: Overheard[];
let number: string;

beforeEach(async () => {
  world = await createPbxWorld();
  heard = overhear();
  number = uniqueNumber();
});

describe('[S1.14] somebody takes down who is calling', () => {
  test('everybody on that call gets the card with them, and nobody else', async () => {
    const call = await createCall(db, {
      connectionId: world.source.id,
      fromE164: number,
      phase: 'talking',
      operatorId: world.olga.id,
    });
    await createLeg(db, { callId: call.id, userId: world.oskar.id });
    await createCall(db, { connectionId: world.source.id, fromE164: number, phase: 'ended', operatorId: world.olga.id });
    await createCall(db, {
      connectionId: world.source.id,
      fromE164: uniqueNumber(),
      phase: 'talking',
      operatorId: world.olga.id,
    });
    const { id } = await createCustomer(db, { name: 'Nowa', numbers: [number] });

    await renewCardsOf(id);

    expect(heard).toMatchObject([
      { name: 'call:card', facts: [{ callId: call.id, card: { customers: [{ id, name: 'Nowa' }] } }] },
    ]);
    expect(heard[0]?.rooms.toSorted()).toEqual([`user:${world.olga.id}`, `user:${world.oskar.id}`].toSorted());
  });

  test('a call of ours is found by the number that we called', async () => {
    const outbound = { direction: 'outbound', phase: 'talking', fromE164: null, toE164: number } as const;
    const call = await createCall(db, { connectionId: world.source.id, operatorId: world.olga.id, ...outbound });
    await renewCards([number]);
    expect(heard).toMatchObject([{ facts: [{ callId: call.id }] }]);
  });

  test('no call up, nothing is told', async () => {
    await renewCards([number]);
    expect(heard).toEqual([]);
  });
});

describe('[S0.14] whom an operator chose', () => {
  test('is kept with the number', async () => {
    const at = new Date('2026-11-28T10:00:00Z');
    const { id: customerId } = await createCustomer(db, { numbers: [number] });
    expect(await rememberChoice({ e164: number, customerId }, at)).toBe(true);
    expect(await db.phoneNumber.findFirst({ where: { e164: number } })).toMatchObject({ chosenAt: at });
  });

  test('is not where they have no such number', async () => {
    const { id: customerId } = await createCustomer(db);
    expect(await rememberChoice({ e164: number, customerId }, new Date())).toBe(false);
  });
});
