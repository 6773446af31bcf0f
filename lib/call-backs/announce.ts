import { db } from '../db/client.ts';
import type { Room } from '../realtime/events.ts';
import { publish } from '../realtime/publish.ts';
import { isLeased } from './outcome.ts';
import type { CallBack, LiveCallBack } from './types.ts';

/** Tells those who may see the rows of an attempt who is calling their caller back, or that nobody is any more. After the commit. */
export async function announceCallBack(callBack: CallBack, now: Date): Promise<void> {
  const rows = await db.missedCall.findMany({
    where: { id: { in: callBack.missedCallIds } },
    select: { id: true, chain: { select: { lineId: true } } },
  });
  const live = isLeased(callBack, now) ? liveCallBack(callBack) : null;
  for (const { id, chain } of rows) {
    const rooms: Room[] = chain.lineId ? [`line:${chain.lineId}`, 'supervisors'] : ['supervisors'];
    publish(rooms, 'call-back:changed', { missedCallId: id, atMs: now.getTime(), callBack: live });
  }
}

export function liveCallBack({ id, byId, byName, startedAt, answeredAt }: CallBack): LiveCallBack {
  return {
    id,
    by: { id: byId, name: byName },
    startedAt: startedAt.toISOString(),
    answeredAt: answeredAt?.toISOString() ?? null,
  };
}
