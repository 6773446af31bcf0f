import { may } from '../auth/roles.ts';
import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import { ROLES } from './types.ts';

export type Manager = { id: string; name: string };

/** An organisation has a handful; a bound all the same. */
const ROWS = 500;
const LEADING = ROLES.filter((role) => may({ role, grants: [] }, 'interest:edit'));

/** Whoever works on interests: they lead them, do what is to be done about them, and look after customers. */
export async function listManagers(): Promise<Manager[]> {
  return db.user.findMany({
    select: { id: true, name: true },
    where: await leading(db),
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: ROWS,
  });
}

/** Whether somebody can be given an interest, a task or a customer now. */
export async function isManager(tx: Prisma.TransactionClient, id: string): Promise<boolean> {
  return (await tx.user.count({ where: { AND: [{ id }, await leading(tx)] } })) === 1;
}

async function leading(tx: Pick<Prisma.TransactionClient, 'roleGrant'>): Promise<Prisma.UserWhereInput> {
  const grants = await tx.roleGrant.findMany({
    select: { role: true },
    where: { permission: 'interest:edit' },
    orderBy: { role: 'asc' },
    take: ROLES.length,
  });
  return { disabledAt: null, role: { in: [...LEADING, ...grants.map(({ role }) => role)] } };
}
