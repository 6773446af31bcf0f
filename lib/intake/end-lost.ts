import type { CallFold } from '../calls/types.ts';
import { actOnCall } from './record-event.ts';
import type { Source } from './source.ts';

/** A call as it was looked up: it is ended only while nothing more was heard of it. */
export type SilentCall = { id: string; pbxCallId: string; eventCount: number; source: Source };

/**
 * Ends a call whose end never arrived: as *lost*, flagged estimated, by an event of Offhook's own that any later real event undoes
 * (events.md rule 4, R5). False when it was heard of meanwhile, or is not lost after all.
 */
export function endAsLost(call: SilentCall, now: Date, isLost: (fold: CallFold) => boolean): Promise<boolean> {
  return actOnCall(call.source, `lost:${call.id}:${now.getTime()}`, call.pbxCallId, (fold) => {
    if (fold?.eventCount !== call.eventCount || fold.phase === 'ended' || !isLost(fold)) return null;
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
