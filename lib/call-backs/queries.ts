import { db } from '../db/client.ts';
import type { LiveCallBack } from './types.ts';

export async function ownsCallBack(id: string, userId: string): Promise<boolean> {
  return (await db.callBack.count({ where: { id, byId: userId } })) > 0;
}

/** Who is being called back now, by the row of the list. */
export async function liveCallBacks(callers: string[], now: Date): Promise<Map<string, LiveCallBack>> {
  if (callers.length === 0) return new Map();
  const open = await db.callBack.findMany({
    where: { callerE164: { in: callers }, endedAt: null, leasedUntil: { gt: now } },
    select: { id: true, startedAt: true, answeredAt: true, missedCallIds: true, by: { select: { id: true, name: true } } },
    orderBy: { startedAt: 'asc' },
  });
  return new Map(
    open.flatMap(({ missedCallIds, startedAt, answeredAt, ...callBack }) =>
      missedCallIds.map((id): [string, LiveCallBack] => [
        id,
        { ...callBack, startedAt: startedAt.toISOString(), answeredAt: answeredAt?.toISOString() ?? null },
      ]),
    ),
  );
}
