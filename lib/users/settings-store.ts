import { db, pool } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import { callKeysOf, changedKeys, type KeyedAct, ownerOfKey } from '../softphone/call-keys.ts';

type OwnSettings = Pick<
  Prisma.UserUncheckedUpdateInput,
  'showsDialer' | 'callsWith' | 'incomingCallAction' | 'presentsLineId' | 'language'
>;

export async function storeSettings(userId: string, settings: OwnSettings): Promise<void> {
  await db.user.update({ where: { id: userId }, data: settings, select: { id: true } });
}

// One statement: two tabs that choose at once leave one account active, not none and not both.
const CHOOSE = `
  update "PbxAccount" set "isActive" = (id = $2)
   where "userId" = $1 and exists (select from "PbxAccount" where id = $2 and "userId" = $1)`;

/** False where the account is not this user's (R34). */
export async function storeActiveAccount(userId: string, accountId: string): Promise<boolean> {
  const { rowCount } = await pool().query({ name: 'choose-account', text: CHOOSE, values: [userId, accountId] });
  return (rowCount ?? 0) > 0;
}

/** Gives an act a key, unless another has it: then which. */
export function storeCallKey(userId: string, act: KeyedAct, key: string): Promise<'stored' | KeyedAct> {
  return db.$transaction(async (tx) => {
    // Two tabs that give one key to two acts wait for each other here.
    await tx.$queryRaw`select 1 from "User" where id = ${userId}::uuid for update`;
    const user = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { callKeys: true } });
    const keys = callKeysOf(user.callKeys);
    const owner = ownerOfKey(keys, key, act);
    if (owner) return owner;

    await tx.user.update({
      where: { id: userId },
      data: { callKeys: changedKeys({ ...keys, [act]: key }) },
      select: { id: true },
    });
    return 'stored';
  });
}

export async function storeUsualKeys(userId: string): Promise<void> {
  await db.user.update({ where: { id: userId }, data: { callKeys: {} }, select: { id: true } });
}
