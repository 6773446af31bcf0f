import { randomUUID } from 'node:crypto';
import type { CallEvent, CallFold } from '../calls/types.ts';
import { now } from '../clock.ts';
import { actOnCall } from '../intake/record-event.ts';
import { later } from './later.ts';
import type { CallAtPbx } from './queries.ts';

const COLLEAGUE_RINGS_MS = 30_000;

/**
 * Nobody took a call that was transferred blind: it rings again at whoever gave it away (S3.15). Once for each transfer;
 * null when there is nobody to go back to.
 */
export function ringBack({ holder, transfers, legs }: CallFold, callId: string, occurredAt: Date): CallEvent | null {
  const last = transfers.at(-1);
  if (holder || last?.kind !== 'blind' || !last.fromExtension) return null;

  const legId = `back-${transfers.length}`;
  if (legs.some((leg) => leg.legId === legId)) return null;
  return { type: 'leg.ringing', occurredAt, call: { callId, legId, extension: last.fromExtension } };
}

/** A colleague's device rings for a while; then the call goes back, or ends where it came from nobody. */
export function awaitColleague({ pbxCallId, source }: Pick<CallAtPbx, 'pbxCallId' | 'source'>, legId: string): void {
  later(COLLEAGUE_RINGS_MS, pbxCallId, () =>
    actOnCall(source, `practice:${randomUUID()}`, pbxCallId, (fold) => {
      const leg = fold?.legs.find((each) => each.legId === legId && each.state === 'ringing');
      if (!fold || !leg) return null;

      const occurredAt = now();
      const end = { cause: 'no_answer', by: 'system' } as const;
      const ended: CallEvent = {
        type: 'leg.ended',
        occurredAt,
        call: { callId: pbxCallId, legId, ...(leg.extension && { extension: leg.extension }) },
        end,
      };
      const next = ringBack(fold, pbxCallId, occurredAt) ?? { type: 'call.ended', occurredAt, call: { callId: pbxCallId }, end };
      return [ended, next].map((event, index) => ({ event, index }));
    }),
  );
}
