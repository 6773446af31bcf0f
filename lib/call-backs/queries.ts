import { db } from '../db/client.ts';
import type { LiveCallBack } from './types.ts';

export async function ownsCallBack(id: string, userId: string): Promise<boolean> {
  return (await db.callBack.count({ where: { id, byId: userId } })) > 0;
}

/** Who is being called back now, by their number: on each of their rows. */
export async function liveCallBacks(callers: string[], now: Date): Promise<Map<string, LiveCallBack>> {
  if (callers.length === 0) return new Map();
  const open = await db.callBack.findMany({
    where: { callerE164: { in: callers }, endedAt: null, leasedUntil: { gt: now } },
    select: { id: true, startedAt: true, answeredAt: true, callerE164: true, by: { select: { id: true, name: true } } },
    orderBy: { startedAt: 'asc' },
  });
  return new Map(
    open.map(({ callerE164, startedAt, answeredAt, ...callBack }): [string, LiveCallBack] => [
      callerE164 ?? '',
      { ...callBack, startedAt: startedAt.toISOString(), answeredAt: answeredAt?.toISOString() ?? null },
    ]),
  );
}
