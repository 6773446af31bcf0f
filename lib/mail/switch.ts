import { db } from '../db/client.ts';

export async function readMailSwitch(userId: string): Promise<boolean> {
  const user = await db.user.findUniqueOrThrow({ where: { id: userId }, select: { mailsMissedCalls: true } });
  return user.mailsMissedCalls;
}

export async function storeMailSwitch(userId: string, mailsMissedCalls: boolean): Promise<void> {
  await db.user.update({ where: { id: userId }, data: { mailsMissedCalls }, select: { id: true } });
}
