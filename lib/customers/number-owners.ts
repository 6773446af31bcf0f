import type { CustomerClass } from '../caller-card/types.ts';
import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';

/** Half a town may share a number (R30): some are named, the others counted. */
export const OWNER_ROWS = 8;

/** Somebody who has a number already. `numberCount`: how many they have in all, this one included. */
export type NumberOwner = {
  id: string;
  name: string;
  company: string | null;
  class: CustomerClass;
  /** Whose it is there, where it is a contact person's. */
  contactName: string | null;
  numberCount: number;
};
export type NumberOwners = { owners: NumberOwner[]; ownerCount: number };

const others = (e164: string, customerId: string) => ({ e164, customerId: { not: customerId }, customer: { isNot: null } });

/** Who besides this customer has the number. */
export async function listNumberOwners(e164: string, customerId: string): Promise<NumberOwners> {
  const where = others(e164, customerId);
  const [rows, ownerCount] = await Promise.all([
    db.phoneNumber.findMany({
      where,
      select: {
        contact: { select: { name: true } },
        customer: { select: { id: true, name: true, company: true, class: true, _count: { select: { numbers: true } } } },
      },
      orderBy: { customerId: 'asc' },
      take: OWNER_ROWS,
    }),
    db.phoneNumber.count({ where }),
  ]);

  const owners = rows.flatMap(({ contact, customer }) => {
    if (!customer) return [];
    const { _count, ...owner } = customer;
    return [{ ...owner, contactName: contact?.name ?? null, numberCount: _count.numbers }];
  });
  return { owners, ownerCount };
}

/** Whether those whom the operator saw are still those who have it, and nobody else does. */
export async function areOwnersAsSeen(
  tx: Prisma.TransactionClient,
  { e164, customerId }: { e164: string; customerId: string },
  seen: { ownerIds: string[]; ownerCount: number },
): Promise<boolean> {
  const where = others(e164, customerId);
  const count = await tx.phoneNumber.count({ where });
  if (count !== seen.ownerCount) return false;
  const named = await tx.phoneNumber.count({ where: { AND: [where, { customerId: { in: seen.ownerIds } }] } });
  return named === new Set(seen.ownerIds).size;
}
