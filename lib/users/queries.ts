import { db } from '../db/client.ts';
import type { Role } from './types.ts';

/** Lines whose calls a user hears of: those assigned to them, or every line. */
export async function heardLineIds(userId: string, allLines: boolean): Promise<string[]> {
  const lines = await db.line.findMany({
    where: allLines ? {} : { operators: { some: { userId } } },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  return lines.map((line) => line.id);
}

export type DemoAccount = { name: string; email: string; role: Role };

const ROLE_ORDER: readonly Role[] = ['operator', 'manager', 'supervisor', 'admin', 'venue'];

/** The accounts with the published password, those who take calls first. */
export async function listDemoAccounts(): Promise<DemoAccount[]> {
  const accounts = await db.user.findMany({
    where: { isDemo: true, disabledAt: null },
    select: { name: true, email: true, role: true },
    orderBy: { email: 'asc' },
    take: 20,
  });
  return accounts.toSorted((a, b) => ROLE_ORDER.indexOf(a.role) - ROLE_ORDER.indexOf(b.role));
}

/** At which kind of PBX the user's active account is; null without one. */
export async function activePbxKind(userId: string): Promise<'practice' | 'webhook' | 'asterisk' | null> {
  const account = await db.pbxAccount.findFirst({
    select: { connection: { select: { kind: true } } },
    where: { userId, isActive: true },
    orderBy: { id: 'asc' },
  });
  return account?.connection.kind ?? null;
}
