import { may, type WithPermissions } from '../auth/roles.ts';
import type { Prisma } from '../db/generated/client.ts';

/** Whose calls a query may show. */
export type CallViewer = { userId: string; seesAllLines: boolean };

export function callViewer(user: WithPermissions & { id: string }): CallViewer {
  return { userId: user.id, seesAllLines: may(user, 'call:see-all-lines') };
}

/** One's own calls and those of the lines one is assigned to; every call for those who see all lines (R34). */
export function visibleTo({ userId, seesAllLines }: CallViewer): Prisma.CallWhereInput {
  if (seesAllLines) return {};
  return {
    OR: [{ operatorId: userId }, { legs: { some: { userId } } }, { line: { operators: { some: { userId } } } }],
  };
}
