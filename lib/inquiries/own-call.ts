import type { Prisma } from '../db/generated/client.ts';

/** A call that this user has or had: dialled, answered, or got by a transfer. One that only rang at them is none of theirs (R34). */
export function hadBy(userId: string): Prisma.CallWhereInput {
  return { OR: [{ operatorId: userId }, { legs: { some: { userId, answeredAt: { not: null } } } }] };
}
