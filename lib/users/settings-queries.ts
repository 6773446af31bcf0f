import { db } from '../db/client.ts';
import { numberPool, type PoolLine, usualLine } from '../lines/number-pool.ts';
import { type CallKeys, callKeysOf } from '../softphone/call-keys.ts';
import type { CallsWith, IncomingCallAction } from './types.ts';

/** What the desk of a user follows, wherever they are on it. */
export type DeskSettings = {
  showsDialer: boolean;
  keys: CallKeys;
  /** The numbers one may present, and the one presented where nobody chooses; null while there is none. */
  pool: PoolLine[];
  presentsLineId: string | null;
};

export async function deskSettings(userId: string, mayChoose: boolean): Promise<DeskSettings> {
  const [user, pool, usual] = await Promise.all([
    db.user.findUniqueOrThrow({ where: { id: userId }, select: { showsDialer: true, callKeys: true } }),
    numberPool(userId),
    usualLine(userId, mayChoose),
  ]);
  return { showsDialer: user.showsDialer, keys: callKeysOf(user.callKeys), pool, presentsLineId: usual?.id ?? null };
}

export type OwnAccount = { id: string; extension: string; isActive: boolean; pbxName: string };
export type CallSettings = {
  callsWith: CallsWith;
  incomingCallAction: IncomingCallAction;
  language: string | null;
  accounts: OwnAccount[];
};

/** What the page of personal settings shows beyond what the desk knows. */
export async function callSettings(userId: string): Promise<CallSettings> {
  const { callsWith, incomingCallAction, language, accounts } = await db.user.findUniqueOrThrow({
    where: { id: userId },
    select: {
      callsWith: true,
      incomingCallAction: true,
      language: true,
      accounts: {
        select: { id: true, extension: true, isActive: true, connection: { select: { name: true } } },
        orderBy: [{ connection: { name: 'asc' } }, { id: 'asc' }],
        take: 20,
      },
    },
  });
  return {
    callsWith,
    incomingCallAction,
    language,
    accounts: accounts.map(({ connection, ...account }) => ({ ...account, pbxName: connection.name })),
  };
}
