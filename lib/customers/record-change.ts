import { recordAudit } from '../audit/record.ts';
import type { Prisma } from '../db/generated/client.ts';

/** Who writes, and the country whose numbers they type without a prefix. */
export type Author = { userId: string; country: string };

export function recordChange(
  tx: Prisma.TransactionClient,
  customerId: string,
  { userId }: Author,
  details: Record<string, string>,
): Promise<void> {
  return recordAudit(tx, { userId, action: 'customer.changed', subjectType: 'customer', subjectId: customerId, details });
}
