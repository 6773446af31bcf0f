import type { Actor } from '../actor.ts';
import { recordAudit } from '../audit/record.ts';
import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import { tellAsTest } from '../deliveries/till-messages.ts';
import { seal } from '../pbx/vault.ts';
import { newWebhookSecret } from '../pbx/webhook-secret.ts';
import { giveUpWaiting } from '../points-of-sale/give-up-messages.ts';
import type { SetTill } from '../points-of-sale/schema.ts';
import { OLD_SECRET_VALID_MS } from './webhook.ts';

/** `secret` is there only where a new one was made: it is shown once and never again. */
export type TillOutcome = { kind: 'stored'; secret: string | null } | { kind: 'notFound' };
export type RotateOutcome = TillOutcome | { kind: 'tooSoon' };

/** Where the till listens, and whether it is told; left out, that stays as it is. The first time makes its secret. */
export function storeTill({ pointOfSaleId, url, isEnabled }: SetTill, { userId, at }: Actor): Promise<TillOutcome> {
  return db.$transaction(async (tx) => {
    if (!(await lockPoint(tx, pointOfSaleId))) return { kind: 'notFound' };

    const before = await tx.pointOfSaleWebhook.findUnique({ where: { pointOfSaleId }, select: { isEnabled: true } });
    const secret = before ? null : newWebhookSecret();
    if (secret) {
      const sealedSecret = seal(secret);
      await tx.pointOfSaleWebhook.create({ data: { pointOfSaleId, url, isEnabled, sealedSecret }, select: { url: true } });
    } else {
      await tx.pointOfSaleWebhook.update({ where: { pointOfSaleId }, data: { url, isEnabled }, select: { url: true } });
    }
    // Also where it comes back: whoever wrote just as it was switched off may have left something after that.
    if (isEnabled === false || (isEnabled && before && !before.isEnabled)) await giveUpWaiting(tx, pointOfSaleId, at);
    await audit(tx, userId, pointOfSaleId, { url, ...(isEnabled !== undefined && { isEnabled }) });
    return { kind: 'stored', secret };
  });
}

/**
 * A new secret; the one before stays valid for a day, while the till is moved to it. Not a second one in that time: a till that
 * still has the first would be shut out.
 */
export function storeRotating(pointOfSaleId: string, { userId, at }: Actor): Promise<RotateOutcome> {
  return db.$transaction(async (tx) => {
    await lockPoint(tx, pointOfSaleId);
    const before = await tx.pointOfSaleWebhook.findUnique({
      where: { pointOfSaleId },
      select: { sealedSecret: true, oldSecretUntil: true },
    });
    if (!before) return { kind: 'notFound' };
    if (before.oldSecretUntil && before.oldSecretUntil > at) return { kind: 'tooSoon' };

    const secret = newWebhookSecret();
    const oldSecretUntil = new Date(at.getTime() + OLD_SECRET_VALID_MS);
    await tx.pointOfSaleWebhook.update({
      where: { pointOfSaleId },
      data: { sealedSecret: seal(secret), sealedOldSecret: before.sealedSecret, oldSecretUntil },
      select: { url: true },
    });
    await audit(tx, userId, pointOfSaleId, { isSecretRotated: true });
    return { kind: 'stored', secret };
  });
}

/** False where no till is switched on. */
export function storeTest(pointOfSaleId: string, at: Date): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const point = await tx.pointOfSale.findFirst({
      select: { id: true, name: true },
      where: { id: pointOfSaleId, webhook: { isEnabled: true } },
    });
    if (point) await tellAsTest(tx, point, at);
    return point !== null;
  });
}

/** Queues a message anew, under its own id, whatever became of it. False where it is gone or its till is switched off. */
export async function storeResending(messageId: string, at: Date): Promise<boolean> {
  const { count } = await db.pointOfSaleMessage.updateMany({
    where: { id: messageId, pointOfSale: { webhook: { isEnabled: true } } },
    data: {
      queuedAt: at,
      nextAttemptAt: at,
      attemptCount: 0,
      leasedUntil: null,
      deliveredAt: null,
      failedAt: null,
      failedBecause: null,
    },
  });
  return count === 1;
}

/** Two admins at the same till queue here. */
async function lockPoint(tx: Prisma.TransactionClient, id: string): Promise<boolean> {
  return (await tx.$queryRaw<unknown[]>`select 1 from "PointOfSale" where id = ${id}::uuid for update`).length > 0;
}

function audit(
  tx: Prisma.TransactionClient,
  userId: string,
  pointOfSaleId: string,
  details: Record<string, string | boolean>,
): Promise<void> {
  const action = 'point-of-sale.webhook-changed';
  return recordAudit(tx, { userId, action, subjectType: 'point-of-sale', subjectId: pointOfSaleId, details });
}
