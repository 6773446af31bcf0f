import { beforeEach, describe, expect, test } from 'vitest';
import { db } from '../db/client.ts';
import type { Outcome } from '../outgoing/post-outside.ts';
import { isSigned } from '../pbx/signature.ts';
import { seal } from '../pbx/vault.ts';
import { newWebhookSecret } from '../pbx/webhook-secret.ts';
import { pointsWithDueMessages } from './deliver-messages.ts';
import { expireMessages } from './expire-messages.ts';
import { storeResending, storeTill } from './store.ts';
import { after, away, createTillWorld, HOUR, messagesTo, start, type TillWorld, till } from './till-world.ts';

let world: TillWorld;

beforeEach(async () => {
  world = await createTillWorld();
});

describe('delivering', () => {
  test('each message once, signed by the secrets that are valid now', async () => {
    const old = newWebhookSecret();
    const rotating = { sealedOldSecret: seal(old), oldSecretUntil: after(HOUR) };
    await db.pointOfSaleWebhook.update({ where: { pointOfSaleId: world.mokotow }, data: rotating });
    await world.sendNew();
    const { heard, post } = till();

    expect(await pointsWithDueMessages(start)).toContain(world.mokotow);
    await world.deliver(post);
    await world.deliver(post);

    expect(heard).toHaveLength(1);
    const headers = new Headers(heard[0]?.headers);
    for (const each of [world.secret, old]) expect(isSigned(heard[0]?.body ?? '', headers, [each], start)).toBe('valid');
    expect(await pointsWithDueMessages(start)).not.toContain(world.mokotow);
  });

  test('tries again later under the same id, and keeps every answer', async () => {
    await world.sendNew();
    const { heard, post } = till((position) =>
      position === 0 ? { error: 'unreachable', isSent: false } : { status: 200, answer: 'thanks' },
    );

    expect(await world.deliver(post)).toEqual(after(5));
    await world.deliver(post, after(4));
    expect(heard).toHaveLength(1);
    await world.deliver(post, after(5));

    expect(new Set(heard.map(({ id }) => id)).size).toBe(1);
    expect(heard).toHaveLength(2);
    const attempts = await db.pointOfSaleAttempt.findMany({ where: { messageId: heard[0]?.id }, orderBy: { id: 'asc' } });
    expect(attempts).toMatchObject([
      { status: null, error: 'unreachable' },
      { status: 200, answer: 'thanks' },
    ]);
  });

  test('a till hears of one delivery in the order in which it was told, whatever the clock said', async () => {
    const { id, content: sent } = await world.sendNew();
    await world.deliver(till().post);
    world.olga.at = after(2);
    const moved = await world.send(id, { ...sent, pointOfSaleId: world.praga }, sent);
    world.olga.at = after(1);
    await world.send(id, { ...moved, pointOfSaleId: world.mokotow }, moved);
    const { heard, post } = till((position) => ({ status: position === 0 ? 500 : 200, answer: '' }));

    await world.deliver(post, after(3));
    await world.deliver(post, after(4));
    expect(heard.map(({ type }) => type)).toEqual(['delivery.withdrawn']);
    await world.deliver(post, after(8));
    expect(heard.map(({ type }) => type)).toEqual(['delivery.withdrawn', 'delivery.withdrawn', 'delivery.sent']);
  });

  test('two processes at once tell it once', async () => {
    await world.sendNew();
    const { heard, post } = till();
    await Promise.all([world.deliver(post), world.deliver(post), world.deliver(post)]);

    expect(heard).toHaveLength(1);
  });

  test('[R14] a message whose process was killed while it told it is told again by the sweep', async () => {
    await world.sendNew();
    const killed = () => new Promise<never>(() => undefined);
    void world.deliver(killed);
    await expect.poll(() => pointsWithDueMessages(start)).not.toContain(world.mokotow);
    const { heard, post } = till();

    expect(await pointsWithDueMessages(after(29))).not.toContain(world.mokotow);
    expect(await pointsWithDueMessages(after(30))).toContain(world.mokotow);
    await world.deliver(post, after(30));
    expect(heard).toHaveLength(1);
  });

  test('a redirect is no delivery', async () => {
    await world.sendNew();
    expect(await world.deliver(till(() => ({ status: 302, answer: '' })).post)).toEqual(after(5));
  });

  test('410 switches the till off and gives up what waits', async () => {
    await world.sendNew();
    await world.sendNew();
    await world.deliver(till(() => ({ status: 410, answer: 'bye' })).post);

    expect(await db.pointOfSaleWebhook.findUnique({ where: { pointOfSaleId: world.mokotow } })).toMatchObject({
      isEnabled: false,
    });
    expect(await db.pointOfSaleMessage.count({ where: { pointOfSaleId: world.mokotow, failedAt: null } })).toBe(0);
  });

  test('is given up a day after it was left, and tried for another day where an admin asks for it again', async () => {
    await world.sendNew();
    const { heard, post } = away();

    expect(await world.deliver(post, after(24 * HOUR - 6))).toEqual(after(24 * HOUR - 1));
    expect(await world.deliver(post, after(24 * HOUR - 1))).toBeNull();
    const id = heard[0]?.id ?? '';
    expect(await db.pointOfSaleMessage.findUnique({ where: { id } })).toMatchObject({ failedAt: after(24 * HOUR - 1) });

    await storeResending(id, after(25 * HOUR));
    expect(await world.deliver(post, after(25 * HOUR))).toEqual(after(25 * HOUR + 5));
  });

  test('a till that refuses one message hears the others', async () => {
    const ids: string[] = [];
    for (let count = 0; count < 4; count += 1) ids.push((await world.sendNew()).id);
    const { heard, post } = till((_, { body }) => ({ status: body.includes(ids[0] ?? '') ? 500 : 200, answer: '' }));
    await world.deliver(post);

    for (const id of ids) expect(heard.some(({ body }) => body.includes(id))).toBe(true);
    expect(await db.pointOfSaleMessage.count({ where: { pointOfSaleId: world.mokotow, deliveredAt: null } })).toBe(1);
  });

  test('a till that refuses everything is left alone after three', async () => {
    for (let count = 0; count < 5; count += 1) await world.sendNew();
    const { heard, post } = till(() => ({ status: 500, answer: '' }));
    await world.deliver(post);

    expect(heard).toHaveLength(3);
  });

  test('what is switched off during an attempt is not tried again', async () => {
    const { mokotow: pointOfSaleId, olga } = world;
    await world.sendNew();
    const switchingOff = async (): Promise<Outcome> => {
      await storeTill({ pointOfSaleId, url: 'https://till.example/', isEnabled: false }, olga);
      return { error: 'timedOut', isSent: false };
    };
    expect(await world.deliver(switchingOff)).toBeNull();
    await db.pointOfSaleWebhook.update({ where: { pointOfSaleId }, data: { isEnabled: true } });

    expect(await pointsWithDueMessages(after(HOUR))).not.toContain(pointOfSaleId);
    const message = await db.pointOfSaleMessage.findFirst({ where: { pointOfSaleId }, include: { attempts: true } });
    expect(message).toMatchObject({ failedAt: start, failedBecause: 'switchedOff', attempts: [{ error: 'timedOut' }] });
  });

  test('what an admin asks for again during an attempt is told again', async () => {
    await world.sendNew();
    const resending = async ({ headers }: { headers: Record<string, string> }): Promise<Outcome> => {
      await storeResending(headers['webhook-id'] ?? '', after(1));
      return { status: 200, answer: '' };
    };
    await world.deliver(resending);
    const { heard, post } = till();
    await world.deliver(post, after(1));

    expect(heard).toHaveLength(1);
  });

  test('messages and their attempts are kept for a week', async () => {
    await world.sendNew();
    await world.deliver(till().post);

    await expireMessages(after(7 * 24 * HOUR));
    expect(await messagesTo(world.mokotow)).toHaveLength(1);
    await expireMessages(after(7 * 24 * HOUR + 1));
    expect(await messagesTo(world.mokotow)).toEqual([]);
  });
});
