import type { Actor } from '../actor.ts';
import { recordAudit } from '../audit/record.ts';
import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import { seal } from '../pbx/vault.ts';
import { type AccountFault, type AccountOfOther, accountFault, merged } from './account-rules.ts';
import type { AccountChange, RemoveAccount, SavePhone } from './schema.ts';
import { lockUser } from './store.ts';

export type SaveOutcome = { kind: 'saved' | 'notFound' } | AccountFault;

const action = 'user.changed';
const subjectType = 'user';

/** What a user calls with, and the account at one PBX; only what is given is changed. */
export function storePhone({ userId, callsWith, account }: SavePhone, { userId: by }: Actor): Promise<SaveOutcome> {
  return db.$transaction(async (tx) => {
    if (!(await lockUser(tx, userId))) return { kind: 'notFound' };

    const outcome = account ? await writeAccount(tx, userId, account) : ({ kind: 'written', details: {} } as const);
    if (outcome.kind !== 'written') return outcome;
    if (callsWith) await tx.user.update({ where: { id: userId }, data: { callsWith }, select: { id: true } });

    const details = { ...outcome.details, ...(callsWith && { callsWith }) };
    await recordAudit(tx, { userId: by, action, subjectType, subjectId: userId, details });
    return { kind: 'saved' };
  });
}

type Written = { kind: 'written'; details: Record<string, string | boolean> };

async function writeAccount(
  tx: Prisma.TransactionClient,
  userId: string,
  change: AccountChange,
): Promise<Written | { kind: 'notFound' } | AccountFault> {
  const { connectionId } = change;
  const connection = await lockConnection(tx, connectionId);
  if (!connection) return { kind: 'notFound' };

  const at = { userId_connectionId: { userId, connectionId } };
  const before = await tx.pbxAccount.findUnique({ where: at, select: { login: true, extension: true } });
  const account = merged(before, change);
  const fault = accountFault(account, connection.extensionPattern, await others(tx, userId, connectionId, account));
  if (fault) return fault;

  const isFirst = (await tx.pbxAccount.count({ where: { userId, isActive: true, connectionId: { not: connectionId } } })) === 0;
  const isActive = change.isActive || isFirst;
  if (isActive)
    await tx.pbxAccount.updateMany({ where: { userId, connectionId: { not: connectionId } }, data: { isActive: false } });

  // What the PBX said of another extension says nothing of this one.
  const device = before?.extension === account.extension ? {} : ({ device: 'unknown', deviceAt: null } as const);
  const sealed = change.password ? { sealedPassword: seal(change.password) } : {};
  const data = { ...account, ...device, ...sealed };
  await tx.pbxAccount.upsert({
    where: at,
    create: { userId, connectionId, isActive, ...data },
    update: { ...data, ...(isActive && { isActive }) },
    select: { id: true },
  });

  const { connectionId: _, password, ...named } = change;
  return { kind: 'written', details: { pbx: connection.slug, ...named, ...(password && { isPasswordSet: true }) } };
}

/** Takes a user's account away; when one is left, that is what they call through from now on. False where there is none. */
export function storeRemovingAccount({ userId, connectionId }: RemoveAccount, { userId: by }: Actor): Promise<boolean> {
  return db.$transaction(async (tx) => {
    await lockUser(tx, userId);
    const connection = await tx.pbxConnection.findUnique({ where: { id: connectionId }, select: { slug: true } });
    const { count } = await tx.pbxAccount.deleteMany({ where: { userId, connectionId } });
    if (!connection || count === 0) return false;

    const left = await tx.pbxAccount.findMany({
      where: { userId },
      select: { id: true, isActive: true },
      orderBy: { id: 'asc' },
    });
    const [only] = left;
    if (only && left.length === 1) {
      await tx.pbxAccount.update({ where: { id: only.id }, data: { isActive: true }, select: { id: true } });
    }
    const details = { pbx: connection.slug, isAccountRemoved: true };
    await recordAudit(tx, { userId: by, action, subjectType, subjectId: userId, details });
    return true;
  });
}

/** Accounts of one PBX are given out one after the other, so that no login is given to two. */
async function lockConnection(tx: Prisma.TransactionClient, id: string) {
  const rows = await tx.$queryRaw<{ slug: string; extensionPattern: string | null }[]>`
    select c.slug, s."extensionPattern"
      from "PbxConnection" c left join "AsteriskServer" s on s."connectionId" = c.id
     where c.id = ${id}::uuid
       for no key update of c`;
  return rows[0] ?? null;
}

/** Whoever else has this extension or login at the same PBX. */
async function others(
  tx: Prisma.TransactionClient,
  userId: string,
  connectionId: string,
  { login, extension }: { login: string; extension: string },
): Promise<AccountOfOther[]> {
  const rows = await tx.pbxAccount.findMany({
    where: { connectionId, userId: { not: userId }, OR: [{ extension }, { login, NOT: { login: '' } }] },
    select: { login: true, extension: true, user: { select: { name: true } } },
    orderBy: { extension: 'asc' },
    take: MAX_OTHERS,
  });
  return rows.map(({ user, ...account }) => ({ ...account, owner: user.name }));
}

const MAX_OTHERS = 10;
