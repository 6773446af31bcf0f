import type { Prisma } from '../db/generated/client.ts';

export type AuditedAction =
  | 'session.started'
  | 'session.refused'
  | 'session.revoked'
  | 'user.disabled'
  | 'user.changed'
  | 'pbx.changed'
  | 'delivery.sent'
  | 'delivery.rejected'
  | 'delivery.cancelled'
  | 'customer.created'
  | 'customer.changed'
  | 'customer.viewed'
  | 'customer.merged'
  | 'customer.merge-undone'
  | 'customers.imported'
  | 'customers.exported'
  | 'note.changed'
  | 'note.deleted'
  | 'note.restored'
  | 'file.added'
  | 'file.deleted'
  | 'file.restored'
  | 'photo.changed'
  | 'photo.removed'
  | 'photo.restored'
  | 'customer-field.changed'
  | 'interest-settings.changed'
  | 'call-settings.changed'
  | 'messages.changed'
  | 'tag.changed'
  | 'tag.deleted'
  | 'personal-data.exported'
  | 'personal-data.erased'
  | 'driver.changed'
  | 'product.changed'
  | 'category.changed'
  | 'point-of-sale.changed'
  | 'point-of-sale.stopped'
  | 'point-of-sale.webhook-changed';

export type AuditRecord = {
  /** Who acted; null when nobody was signed in. */
  userId: string | null;
  action: AuditedAction;
  subjectType:
    | 'user'
    | 'session'
    | 'delivery'
    | 'customer'
    | 'call'
    | 'customer-field'
    | 'customer-import'
    | 'interest-stage'
    | 'service-type'
    | 'call-settings'
    | 'tag'
    | 'messages'
    | 'number'
    | 'driver'
    | 'product'
    | 'category'
    | 'point-of-sale'
    | 'pbx';
  subjectId: string | null;
  details?: Record<string, string | number | boolean | null>;
};

/** Writes an audit entry, in the caller's transaction where there is one, so that no act is kept without its entry. */
export async function recordAudit(tx: Pick<Prisma.TransactionClient, 'auditEntry'>, record: AuditRecord): Promise<void> {
  await tx.auditEntry.create({ data: { ...record, details: record.details ?? {} }, select: { id: true } });
}
