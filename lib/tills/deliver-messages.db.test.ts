import { beforeEach, describe, expect, test } from 'vitest';
import { db } from '../db/client.ts';
import { storeCancelling } from '../deliveries/cancel.ts';
import { isSigned } from '../pbx/signature.ts';
import { seal } from '../pbx/vault.ts';
import { pointsWithDueMessages } from './deliver-messages.ts';
import { expireMessages } from './expire-messages.ts';
import { after, createTillWorld, HOUR, messagesTo, start, type TillWorld, till } from './till-world.ts';
import { newSecret } from './webhook.ts';

let world: TillWorld;

beforeEach(async () => {
  world = await createTillWorld();
});

describe('delivering', () => {
  test('each message once, signed by the secrets that are valid now', async () => {
    const old = newSecret();
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
    const { heard, post } = till((position) => (position === 0 ? { error: 'unreachable' } : { status: 200, answer: 'thanks' }));

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

  test('no delivery is cancelled before the till heard that there is one', async () => {
    const { id } = await world.sendNew();
    await storeCancelling({ deliveryId: id, reason: 'No' }, { userId: world.olga.userId, at: after(1) });
    const { heard, post } = till((position) => ({ status: position === 0 ? 500 : 200, answer: '' }));

    await world.deliver(post, after(2));
    await world.deliver(post, after(3));
    expect(heard.map(({ type }) => type)).toEqual(['delivery.sent']);

    await world.deliver(post, after(10));
    expect(heard.map(({ type }) => type)).toEqual(['delivery.sent', 'delivery.sent', 'delivery.cancelled']);
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

  test('is given up after the ninth attempt', async () => {
    await world.sendNew();
    await db.pointOfSaleMessage.updateMany({ where: { pointOfSaleId: world.mokotow }, data: { attemptCount: 8 } });

    expect(await world.deliver(till(() => ({ error: 'timedOut' })).post)).toBeNull();
    expect(await db.pointOfSaleMessage.findFirst({ where: { pointOfSaleId: world.mokotow } })).toMatchObject({ failedAt: start });
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
