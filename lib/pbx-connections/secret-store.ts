import type { Actor } from '../actor.ts';
import { recordAudit } from '../audit/record.ts';
import { db } from '../db/client.ts';
import { seal } from '../pbx/vault.ts';
import { newWebhookSecret } from '../pbx/webhook-secret.ts';

const OLD_SECRET_VALID_MS = 24 * 3_600_000;

export type RotateOutcome = { kind: 'stored'; secret: string } | { kind: 'notFound' | 'tooSoon' };

/**
 * A new secret for the webhook; those before stay valid for a day, while the PBX is moved to it. Not a second one in that time: a
 * PBX that still has the first would be shut out.
 */
export function storeRotatingSecret(connectionId: string, { userId, at }: Actor): Promise<RotateOutcome> {
  return db.$transaction(async (tx) => {
    const found = await tx.$queryRaw<unknown[]>`
      select 1 from "PbxConnection" where id = ${connectionId}::uuid and kind = 'webhook' for no key update`;
    if (found.length === 0) return { kind: 'notFound' };
    const running = await tx.pbxSecret.count({ where: { connectionId, expiresAt: { gt: at } } });
    if (running > 0) return { kind: 'tooSoon' };

    const secret = newWebhookSecret();
    const expiresAt = new Date(at.getTime() + OLD_SECRET_VALID_MS);
    await tx.pbxSecret.deleteMany({ where: { connectionId, expiresAt: { lte: at } } });
    await tx.pbxSecret.updateMany({ where: { connectionId }, data: { expiresAt } });
    await tx.pbxSecret.create({ data: { connectionId, sealed: seal(secret), createdAt: at }, select: { id: true } });
    const details = { isSecretRotated: true };
    await recordAudit(tx, { userId, action: 'pbx.changed', subjectType: 'pbx', subjectId: connectionId, details });
    return { kind: 'stored', secret };
  });
}
