import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { createDelivery } from '../../prisma/factories/deliveries.ts';
import { db } from '../db/client.ts';
import { sign } from '../pbx/signature.ts';
import { seal } from '../pbx/vault.ts';
import { newWebhookSecret } from '../pbx/webhook-secret.ts';
import { receiveTillActs } from './door.ts';
import { after, createTillWorld, start, type TillWorld } from './till-world.ts';

let world: TillWorld;

beforeEach(async () => {
  world = await createTillWorld();
});

describe('the door of a till', () => {
  function post(raw: unknown, { by = world.secret, at = start, to = world.mokotow, id = randomUUID() } = {}) {
    const body = JSON.stringify(raw);
    const request = new Request('http://desk.example/', { method: 'POST', body, headers: sign(body, id, at, by) });
    return receiveTillActs(to, request, start);
  }

  const statusOf = async (id: string) => (await db.delivery.findUniqueOrThrow({ where: { id } })).status;

  test('[S0.16a] accepts, cooks and is ready in one post, by number or by id, and may say it all again', async () => {
    const { id, number } = await createDelivery(db, { pointOfSaleId: world.mokotow });
    const acts = [
      { act: 'accept', number, revision: 1 },
      { act: 'startCooking', deliveryId: id },
      { act: 'markReady', deliveryId: id },
    ];

    expect(await post(acts)).toEqual({
      status: 200,
      body: {
        results: [
          { outcome: 'done', status: 'accepted' },
          { outcome: 'done', status: 'cooking' },
          { outcome: 'done', status: 'ready' },
        ],
      },
    });
    expect(await post(acts.slice(2))).toMatchObject({ body: { results: [{ outcome: 'done', status: 'ready' }] } });
    expect(await statusOf(id)).toBe('ready');
  });

  test('one act that cannot be done does not keep the others', async () => {
    const [one, other] = [
      await createDelivery(db, { pointOfSaleId: world.mokotow }),
      await createDelivery(db, { pointOfSaleId: world.mokotow, sentRevision: 2 }),
    ];
    const answer = await post([
      { act: 'markDelivered', deliveryId: one.id },
      { act: 'accept', deliveryId: other.id, revision: 1 },
      { act: 'reject', deliveryId: one.id, revision: 1, reason: '' },
      { act: 'accept', deliveryId: one.id, revision: 1 },
    ]);

    expect(answer.body).toMatchObject({
      results: [
        { outcome: 'impossible', status: 'sent' },
        { outcome: 'changedMeanwhile' },
        { outcome: 'invalid', issues: [{ path: 'reason' }] },
        { outcome: 'done', status: 'accepted' },
      ],
    });
  });

  test('[R34] what another point of sale has is not there', async () => {
    const { id, number } = await createDelivery(db, { pointOfSaleId: world.praga });
    const answer = await post([
      { act: 'accept', deliveryId: id, revision: 1 },
      { act: 'accept', number, revision: 1 },
    ]);

    expect(answer.body).toEqual({ results: [{ outcome: 'notFound' }, { outcome: 'notFound' }] });
    expect(await statusOf(id)).toBe('sent');
  });

  test('[R32] a wrong or old signature, an unknown or a switched off till are refused alike', async () => {
    const { id } = await createDelivery(db, { pointOfSaleId: world.mokotow });
    const act = { act: 'accept', deliveryId: id, revision: 1 };
    const refused = [
      await post(act, { by: newWebhookSecret() }),
      await post(act, { at: after(-301) }),
      await post(act, { to: randomUUID() }),
      await post(act, { to: 'nonsense' }),
    ];
    await db.pointOfSaleWebhook.update({ where: { pointOfSaleId: world.mokotow }, data: { isEnabled: false } });
    refused.push(await post(act));

    expect(new Set(refused.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(refused[0]?.status).toBe(401);
    expect(await statusOf(id)).toBe('sent');
  });

  test('after a rotation the old world.secret is good for its time and no longer', async () => {
    const old = newWebhookSecret();
    const rotated = { sealedOldSecret: seal(old), oldSecretUntil: after(1) };
    await db.pointOfSaleWebhook.update({ where: { pointOfSaleId: world.mokotow }, data: rotated });
    const act = { act: 'solveProblem', deliveryId: randomUUID() };

    expect((await post(act, { by: old })).status).toBe(200);
    await db.pointOfSaleWebhook.update({ where: { pointOfSaleId: world.mokotow }, data: { oldSecretUntil: start } });
    expect((await post(act, { by: old })).status).toBe(401);
  });

  test('[R27] what is too large or no act is refused whole', async () => {
    expect((await post({ act: 'accept', note: 'x'.repeat(64 * 1024) })).status).toBe(413);
    expect((await post({ act: 'accept', revision: 1 })).status).toBe(400);
    expect((await post([])).status).toBe(400);
    expect((await post(Array(101).fill({ act: 'accept', number: 1 }))).status).toBe(400);
  });

  test('a number that no delivery can have is refused, and does not ask to be repeated', async () => {
    expect((await post({ act: 'accept', number: 2_147_483_648, revision: 1 })).status).toBe(400);
    expect(await post({ act: 'accept', number: 2_147_483_647, revision: 1 })).toMatchObject({
      body: { results: [{ outcome: 'notFound' }] },
    });
  });

  test('an act that breaks is answered for itself: the post is not to be repeated for ever', async () => {
    const { id } = await createDelivery(db, { pointOfSaleId: world.mokotow });
    await db.$executeRaw`alter table "DeliveryEvent" add constraint "breaks" check (type <> 'problem') not valid`;
    const answer = await post([
      { act: 'reportProblem', deliveryId: id, reason: 'Oven' },
      { act: 'accept', deliveryId: id, revision: 1 },
    ]);
    await db.$executeRaw`alter table "DeliveryEvent" drop constraint "breaks"`;

    expect(answer).toMatchObject({
      status: 200,
      body: { results: [{ outcome: 'unavailable' }, { outcome: 'done', status: 'accepted' }] },
    });
  });

  test('[R32] a post that comes again under its id is answered as before and does nothing', async () => {
    const { id } = await createDelivery(db, { pointOfSaleId: world.mokotow });
    const once = { id: randomUUID() };
    const first = await post({ act: 'accept', deliveryId: id, revision: 1 }, once);
    await post({ act: 'stepBack', deliveryId: id, from: 'accepted' });
    expect(await statusOf(id)).toBe('sent');

    expect(await post({ act: 'accept', deliveryId: id, revision: 1 }, once)).toEqual(first);
    expect(await statusOf(id)).toBe('sent');
    await post({ act: 'accept', deliveryId: id, revision: 1 });
    expect(await statusOf(id)).toBe('accepted');
  });

  test('an id that is used for something else does not hide it', async () => {
    const { id } = await createDelivery(db, { pointOfSaleId: world.mokotow });
    const always = { id: randomUUID() };
    await post({ act: 'accept', deliveryId: id, revision: 1 }, always);
    await post({ act: 'startCooking', deliveryId: id }, always);

    expect(await statusOf(id)).toBe('cooking');
  });
});
