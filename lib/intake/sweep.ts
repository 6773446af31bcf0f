import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import { log } from '../log.ts';
import { isLost, LIMITS } from './lost.ts';
import { actOnCall } from './record-event.ts';

const CALLS_PER_SWEEP = 500;

const sweptCall = {
  id: true,
  pbxCallId: true,
  lastHeardAt: true,
  eventCount: true,
  connection: { select: { id: true, slug: true, country: true, eventsPerSecond: true, eventBurst: true } },
} as const satisfies Prisma.CallSelect;

type SilentCall = Prisma.CallGetPayload<{ select: typeof sweptCall }>;

/**
 * Ends calls whose end never arrived: as *lost*, flagged estimated, by an event of Offhook's own that any later real event
 * undoes (events.md rule 4, R5). Returns how many it ended.
 */
export async function sweepLostCalls(now: Date): Promise<number> {
  const silent = await db.call.findMany({
    select: sweptCall,
    where: {
      OR: LIMITS.map(({ phases, seconds }) => ({
        phase: { in: [...phases] },
        lastHeardAt: { lte: new Date(now.getTime() - seconds * 1000) },
      })),
    },
    orderBy: { lastHeardAt: 'asc' },
    take: CALLS_PER_SWEEP,
  });

  let ended = 0;
  for (const call of silent) {
    try {
      if (await endIfLost(call, now)) ended += 1;
    } catch (error) {
      // The other calls are swept all the same.
      log.error({ err: error, callId: call.id }, 'A lost call could not be ended');
    }
  }
  return ended;
}

function endIfLost(call: SilentCall, now: Date): Promise<boolean> {
  const silentSeconds = (now.getTime() - call.lastHeardAt.getTime()) / 1000;

  return actOnCall(call.connection, `sweep:${call.id}:${now.getTime()}`, call.pbxCallId, (fold) => {
    // Heard of again since it was looked up: silent no more.
    if (fold?.eventCount !== call.eventCount || !isLost(fold, silentSeconds)) return null;
    const occurredAt = new Date(Math.max(now.getTime(), fold.lastEventAt.getTime()));
    const end = { cause: 'lost', by: 'system' } as const;
    return [
      {
        index: 0,
        event: { type: 'call.ended', occurredAt, call: { callId: call.pbxCallId }, end },
        estimatedAfter: fold.eventCount,
      },
    ];
  });
}
