import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';

/** More than one can choose from in a list; nobody is assigned to so many. */
const POOL_ROWS = 100;

const poolLine = { id: true, name: true, e164: true, display: true } satisfies Prisma.LineSelect;

/** A number that a user may present to whom they call (S2.7b). */
export type PoolLine = Prisma.LineGetPayload<{ select: typeof poolLine }>;

/** Lines of the PBX a user is at now, that they are assigned to. */
function inPool(userId: string): Prisma.LineWhereInput {
  return {
    operators: { some: { userId } },
    connection: { accounts: { some: { userId, isActive: true } } },
  };
}

/** The numbers a user can present, in one order: the first is presented where nobody chose. */
export function numberPool(userId: string): Promise<PoolLine[]> {
  return db.line.findMany({ select: poolLine, where: inPool(userId), orderBy: { e164: 'asc' }, take: POOL_ROWS });
}

/** The line, where it is in the user's pool (R34). */
export function findInPool(userId: string, lineId: string): Promise<PoolLine | null> {
  return db.line.findFirst({ select: poolLine, where: { AND: [{ id: lineId }, inPool(userId)] } });
}

/** What is presented where a call names no line: the one used last by who may choose, else the first of the pool. */
export async function usualLine(userId: string, mayChoose: boolean): Promise<PoolLine | null> {
  if (mayChoose) {
    const last = await db.line.findFirst({
      select: poolLine,
      where: { AND: [{ presentedBy: { some: { id: userId } } }, inPool(userId)] },
    });
    if (last) return last;
  }
  return db.line.findFirst({ select: poolLine, where: inPool(userId), orderBy: { e164: 'asc' } });
}
