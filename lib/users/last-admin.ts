import type { Prisma } from '../db/generated/client.ts';

/** Whether nobody could administer without this user. Whoever asks queues here, so that no two admins remove each other. */
export async function isLastAdmin(tx: Prisma.TransactionClient, userId: string): Promise<boolean> {
  const admins = await tx.$queryRaw<{ id: string }[]>`
    select id from "User" where role = 'admin' and "disabledAt" is null order by id for no key update`;
  return admins.length === 1 && admins[0]?.id === userId;
}
