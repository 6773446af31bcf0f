import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import { log } from '../log.ts';
import { endAsLost } from './end-lost.ts';
import { isLost, LIMITS } from './lost.ts';

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
      OR: LIMITS.map(({ phases, seconds, whenAsked }) => ({
        phase: { in: [...phases] },
        lastHeardAt: { lte: new Date(now.getTime() - seconds * 1000) },
        // A PBX that can be asked knows better than a clock how long a call may last.
        ...(!whenAsked && { NOT: { connection: { asterisk: { linkState: 'up' as const } } } }),
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
  return endAsLost({ ...call, source: call.connection }, now, (fold) => isLost(fold, silentSeconds));
}
