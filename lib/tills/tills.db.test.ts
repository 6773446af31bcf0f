import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { createDelivery, createPointOfSale, createProduct } from '../../prisma/factories/deliveries.ts';
import { createUser } from '../../prisma/factories/people.ts';
import { db } from '../db/client.ts';
import { storeCancelling } from '../deliveries/cancel.ts';
import { storeSending } from '../deliveries/send.ts';
import { storeContent } from '../deliveries/store.ts';
import { buildLine } from '../deliveries/testing.ts';
import { TillMessage } from '../deliveries/till-message.ts';
import { type DeliveryContent, emptyContent } from '../deliveries/types.ts';
import type { Outcome } from '../outgoing/post-outside.ts';
import { isSigned, sign } from '../pbx/signature.ts';
import { seal } from '../pbx/vault.ts';
import { deliverMessages, pointsWithDueMessages } from './deliver-messages.ts';
import { receiveTillActs } from './door.ts';
import { expireMessages } from './expire-messages.ts';
import { newSecret } from './webhook.ts';

const start = new Date('2026-11-22T15:00:00Z');
const after = (seconds: number) => new Date(start.getTime() + seconds * 1_000);
const HOUR = 3_600;

let secret: string;
let mokotow: string;
let praga: string;
let olga: { userId: string; seesAllLines: false; country: string; timeZone: string; at: Date };
let product: { id: string; code: string };

beforeEach(async () => {
  secret = newSecret();
  [mokotow, praga] = [(await createPointOfSale(db)).id, (await createPointOfSale(db)).id];
  for (const id of [mokotow, praga]) await createTill(id);
  olga = { userId: (await createUser(db)).id, seesAllLines: false, country: 'PL', timeZone: 'Europe/Warsaw', at: start };
  product = await createProduct(db, { priceMinor: 2_900 });
  await db.organisation.upsert({
    where: { id: 1 },
    create: { id: 1, name: 'Offhook', timeZone: 'Europe/Warsaw', currency: 'PLN', language: 'en' },
    update: {},
  });
});

function createTill(pointOfSaleId: string) {
  return db.pointOfSaleWebhook.create({ data: { pointOfSaleId, url: 'https://till.example/', sealedSecret: seal(secret) } });
}

function content(overrides: Partial<DeliveryContent> = {}): DeliveryContent {
  const wantedAt = after(2 * HOUR).toISOString();
  const lines = [buildLine({ productId: product.id, quantity: 2 })];
  return { ...emptyContent, customerName: 'Zofia', street: 'Prosta 51', wantedAt, pointOfSaleId: mokotow, lines, ...overrides };
}

/** Saves and sends, as Olga does; answers with the contents that were sent. */
async function send(deliveryId: string, mine: DeliveryContent, base: DeliveryContent | null = null): Promise<DeliveryContent> {
  const stored = await storeContent({ deliveryId, base, mine }, olga);
  if (stored.kind !== 'saved') throw new Error(stored.kind);
  const sent = await storeSending({ deliveryId, version: stored.saved.version }, olga);
  if (sent.kind !== 'sent') throw new Error(sent.kind);
  return sent.saved.content;
}

async function sendNew(mine = content()) {
  const id = randomUUID();
  return { id, content: await send(id, mine) };
}

async function messagesTo(pointOfSaleId: string): Promise<TillMessage[]> {
  const rows = await db.pointOfSaleMessage.findMany({
    where: { pointOfSaleId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ body }) => TillMessage.parse(JSON.parse(body)));
}

/** A till that answers as it is told, and keeps what it heard. */
function till(answer: (position: number) => Outcome = () => ({ status: 200, answer: 'ok' })) {
  const heard: { id: string; type: string; headers: Record<string, string>; body: string }[] = [];
  const post = async ({ headers, body }: { headers: Record<string, string>; body: string }): Promise<Outcome> => {
    heard.push({ id: headers['webhook-id'] ?? '', type: JSON.parse(body).type, headers, body });
    return answer(heard.length - 1);
  };
  return { heard, post };
}

const deliver = (post: ReturnType<typeof till>['post'], at = start) =>
  deliverMessages(mokotow, { now: () => at, post, random: () => 0 });

describe('what a till is told', () => {
  test('a delivery that is sent, with everything that is to be cooked and collected', async () => {
    const { id } = await sendNew(content({ discountKind: 'percent', discountValue: 10, comment: 'Ring twice' }));

    expect(await messagesTo(mokotow)).toMatchObject([
      {
        type: 'delivery.sent',
        version: 1,
        data: {
          delivery: {
            id,
            revision: 1,
            customer: { name: 'Zofia' },
            address: { street: 'Prosta 51' },
            lines: [{ productCode: product.code, quantity: 2, priceMinor: 2_900 }],
            currency: 'PLN',
            productsMinor: 5_800,
            discountMinor: 580,
            totalMinor: 5_220,
            comment: 'Ring twice',
          },
        },
      },
    ]);
  });

  test('[S0.15] what was changed since, and what of it', async () => {
    const { id, content: sent } = await sendNew();
    await db.delivery.update({ where: { id }, data: { status: 'accepted' } });
    await send(id, { ...sent, street: 'Prosta 52' }, sent);

    expect((await messagesTo(mokotow)).at(-1)).toMatchObject({
      type: 'delivery.changed',
      data: { changes: ['street'], delivery: { revision: 2, address: { street: 'Prosta 52' } } },
    });
  });

  test('[S0.16a] one that goes to another point of sale is withdrawn from the first', async () => {
    const { id, content: sent } = await sendNew();
    olga.at = after(1);
    await send(id, { ...sent, pointOfSaleId: praga }, sent);

    expect((await messagesTo(mokotow)).map(({ type }) => type)).toEqual(['delivery.sent', 'delivery.withdrawn']);
    expect((await messagesTo(praga)).map(({ type }) => type)).toEqual(['delivery.sent']);
  });

  test('[S0.16a] a cancellation, with its reason, once', async () => {
    const { id } = await sendNew();
    await storeCancelling({ deliveryId: id, reason: 'Customer called off' }, olga);
    await storeCancelling({ deliveryId: id, reason: 'Customer called off' }, olga);

    const cancelled = (await messagesTo(mokotow)).filter(({ type }) => type === 'delivery.cancelled');
    expect(cancelled).toMatchObject([{ data: { delivery: { id }, reason: 'Customer called off' } }]);
  });

  test('nothing, where its webhook is switched off', async () => {
    await db.pointOfSaleWebhook.update({ where: { pointOfSaleId: mokotow }, data: { isEnabled: false } });
    await sendNew();

    expect(await messagesTo(mokotow)).toEqual([]);
  });

  test('no message outlives a sending that is rolled back', async () => {
    const id = randomUUID();
    const stored = await storeContent({ deliveryId: id, base: null, mine: content() }, olga);
    if (stored.kind !== 'saved') throw new Error(stored.kind);
    await db.$executeRaw`alter table "DeliveryEvent" add constraint "breaks" check (type <> 'sent') not valid`;

    await expect(storeSending({ deliveryId: id, version: stored.saved.version }, olga)).rejects.toThrow();
    await db.$executeRaw`alter table "DeliveryEvent" drop constraint "breaks"`;
    expect(await messagesTo(mokotow)).toEqual([]);
  });
});

describe('delivering', () => {
  test('each message once, signed by the secrets that are valid now', async () => {
    const old = newSecret();
    const rotating = { sealedOldSecret: seal(old), oldSecretUntil: after(HOUR) };
    await db.pointOfSaleWebhook.update({ where: { pointOfSaleId: mokotow }, data: rotating });
    await sendNew();
    const { heard, post } = till();

    expect(await pointsWithDueMessages(start)).toContain(mokotow);
    await deliver(post);
    await deliver(post);

    expect(heard).toHaveLength(1);
    const headers = new Headers(heard[0]?.headers);
    for (const each of [secret, old]) expect(isSigned(heard[0]?.body ?? '', headers, [each], start)).toBe('valid');
    expect(await pointsWithDueMessages(start)).not.toContain(mokotow);
  });

  test('tries again later under the same id, and keeps every answer', async () => {
    await sendNew();
    const { heard, post } = till((position) => (position === 0 ? { error: 'unreachable' } : { status: 200, answer: 'thanks' }));

    expect(await deliver(post)).toEqual(after(5));
    await deliver(post, after(4));
    expect(heard).toHaveLength(1);
    await deliver(post, after(5));

    expect(new Set(heard.map(({ id }) => id)).size).toBe(1);
    expect(heard).toHaveLength(2);
    const attempts = await db.pointOfSaleAttempt.findMany({ where: { messageId: heard[0]?.id }, orderBy: { id: 'asc' } });
    expect(attempts).toMatchObject([
      { status: null, error: 'unreachable' },
      { status: 200, answer: 'thanks' },
    ]);
  });

  test('no delivery is cancelled before the till heard that there is one', async () => {
    const { id } = await sendNew();
    await storeCancelling({ deliveryId: id, reason: 'No' }, { userId: olga.userId, at: after(1) });
    const { heard, post } = till((position) => ({ status: position === 0 ? 500 : 200, answer: '' }));

    await deliver(post, after(2));
    await deliver(post, after(3));
    expect(heard.map(({ type }) => type)).toEqual(['delivery.sent']);

    await deliver(post, after(10));
    expect(heard.map(({ type }) => type)).toEqual(['delivery.sent', 'delivery.sent', 'delivery.cancelled']);
  });

  test('two processes at once tell it once', async () => {
    await sendNew();
    const { heard, post } = till();
    await Promise.all([deliver(post), deliver(post), deliver(post)]);

    expect(heard).toHaveLength(1);
  });

  test('[R14] a message whose process was killed while it told it is told again by the sweep', async () => {
    await sendNew();
    const killed = () => new Promise<never>(() => undefined);
    void deliver(killed);
    await expect.poll(() => pointsWithDueMessages(start)).not.toContain(mokotow);
    const { heard, post } = till();

    expect(await pointsWithDueMessages(after(29))).not.toContain(mokotow);
    expect(await pointsWithDueMessages(after(30))).toContain(mokotow);
    await deliver(post, after(30));
    expect(heard).toHaveLength(1);
  });

  test('a redirect is no delivery', async () => {
    await sendNew();
    expect(await deliver(till(() => ({ status: 302, answer: '' })).post)).toEqual(after(5));
  });

  test('410 switches the till off and gives up what waits', async () => {
    await sendNew();
    await sendNew();
    await deliver(till(() => ({ status: 410, answer: 'bye' })).post);

    expect(await db.pointOfSaleWebhook.findUnique({ where: { pointOfSaleId: mokotow } })).toMatchObject({ isEnabled: false });
    expect(await db.pointOfSaleMessage.count({ where: { pointOfSaleId: mokotow, failedAt: null } })).toBe(0);
  });

  test('is given up after the ninth attempt', async () => {
    await sendNew();
    await db.pointOfSaleMessage.updateMany({ where: { pointOfSaleId: mokotow }, data: { attemptCount: 8 } });

    expect(await deliver(till(() => ({ error: 'timedOut' })).post)).toBeNull();
    expect(await db.pointOfSaleMessage.findFirst({ where: { pointOfSaleId: mokotow } })).toMatchObject({ failedAt: start });
  });

  test('messages and their attempts are kept for a week', async () => {
    await sendNew();
    await deliver(till().post);

    await expireMessages(after(7 * 24 * HOUR));
    expect(await messagesTo(mokotow)).toHaveLength(1);
    await expireMessages(after(7 * 24 * HOUR + 1));
    expect(await messagesTo(mokotow)).toEqual([]);
  });
});

describe('the door of a till', () => {
  function post(raw: unknown, { by = secret, at = start, to = mokotow } = {}) {
    const body = JSON.stringify(raw);
    const request = new Request('http://desk.example/', { method: 'POST', body, headers: sign(body, randomUUID(), at, by) });
    return receiveTillActs(to, request, start);
  }

  const statusOf = async (id: string) => (await db.delivery.findUniqueOrThrow({ where: { id } })).status;

  test('[S0.16a] accepts, cooks and is ready in one post, by number or by id, and may say it all again', async () => {
    const { id, number } = await createDelivery(db, { pointOfSaleId: mokotow });
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
      await createDelivery(db, { pointOfSaleId: mokotow }),
      await createDelivery(db, { pointOfSaleId: mokotow, sentRevision: 2 }),
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
    const { id, number } = await createDelivery(db, { pointOfSaleId: praga });
    const answer = await post([
      { act: 'accept', deliveryId: id, revision: 1 },
      { act: 'accept', number, revision: 1 },
    ]);

    expect(answer.body).toEqual({ results: [{ outcome: 'notFound' }, { outcome: 'notFound' }] });
    expect(await statusOf(id)).toBe('sent');
  });

  test('[R32] a wrong or old signature, an unknown or a switched off till are refused alike', async () => {
    const { id } = await createDelivery(db, { pointOfSaleId: mokotow });
    const act = { act: 'accept', deliveryId: id, revision: 1 };
    const refused = [
      await post(act, { by: newSecret() }),
      await post(act, { at: after(-301) }),
      await post(act, { to: randomUUID() }),
      await post(act, { to: 'nonsense' }),
    ];
    await db.pointOfSaleWebhook.update({ where: { pointOfSaleId: mokotow }, data: { isEnabled: false } });
    refused.push(await post(act));

    expect(new Set(refused.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(refused[0]?.status).toBe(401);
    expect(await statusOf(id)).toBe('sent');
  });

  test('after a rotation the old secret is good for its time and no longer', async () => {
    const old = newSecret();
    const rotated = { sealedOldSecret: seal(old), oldSecretUntil: after(1) };
    await db.pointOfSaleWebhook.update({ where: { pointOfSaleId: mokotow }, data: rotated });
    const act = { act: 'solveProblem', deliveryId: randomUUID() };

    expect((await post(act, { by: old })).status).toBe(200);
    await db.pointOfSaleWebhook.update({ where: { pointOfSaleId: mokotow }, data: { oldSecretUntil: start } });
    expect((await post(act, { by: old })).status).toBe(401);
  });

  test('[R27] what is too large or no act is refused whole', async () => {
    expect((await post({ act: 'accept', note: 'x'.repeat(64 * 1024) })).status).toBe(413);
    expect((await post({ act: 'accept', revision: 1 })).status).toBe(400);
    expect((await post([])).status).toBe(400);
    expect((await post(Array(101).fill({ act: 'accept', number: 1 }))).status).toBe(400);
  });
});
