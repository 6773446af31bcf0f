import { randomUUID } from 'node:crypto';
import type { CallEvent, CallFold, LegFacts } from '../calls/types.ts';
import type { IncomingEvent } from '../intake/event-store.ts';
import { actOnCall } from '../intake/record-event.ts';
import type { CallAtPbx, PracticeDevice } from './queries.ts';
import { ringBack } from './ring-back.ts';

// The practice PBX: what a real one would do when an operator presses a button at the phone. Each act sees the call under
// its lock and answers the events that a PBX would post; they go through the same core as every webhook.

type Act = (call: CallFold, at: Date) => CallEvent[] | null;

/** False when the act is no longer possible: somebody else was faster, or the call is over. */
export async function act(call: CallAtPbx, at: Date, decide: Act): Promise<boolean> {
  return actOnCall(call.source, `practice:${randomUUID()}`, call.pbxCallId, (fold) => {
    if (!fold || fold.phase === 'ended') return null;
    // A PBX's clock does not run backwards within a call, whatever ours does.
    const occurredAt = new Date(Math.max(at.getTime(), fold.lastEventAt.getTime() + 1));
    return decide(fold, occurredAt)?.map(toIncoming) ?? null;
  });
}

export function toIncoming(event: CallEvent, index: number): IncomingEvent {
  return { event, index };
}

export function answer(call: CallAtPbx, device: PracticeDevice, at: Date): Promise<boolean> {
  return act(call, at, (fold, occurredAt) => {
    const leg = ringingLeg(fold, device);
    if (!leg) return null;
    return [
      { type: 'call.answered', occurredAt, call: { callId: call.pbxCallId, legId: leg.legId, extension: device.extension } },
    ];
  });
}

/**
 * The caller hears "declined" when nobody else rings; a queued caller goes on waiting, and one who was transferred
 * comes back to whoever transferred them (S3.15).
 */
export function reject(call: CallAtPbx, device: PracticeDevice, at: Date): Promise<boolean> {
  return act(call, at, (fold, occurredAt) => {
    const leg = ringingLeg(fold, device);
    if (!leg) return null;

    const end = { cause: 'declined', by: 'operator' } as const;
    const declined: CallEvent = {
      type: 'leg.ended',
      occurredAt,
      call: { callId: call.pbxCallId, legId: leg.legId, extension: device.extension },
      end,
    };
    const othersRing = fold.legs.some((each) => each.state === 'ringing' && each.legId !== leg.legId);
    if (othersRing || fold.isQueued || fold.holder) return [declined];
    const back = ringBack(fold, call.pbxCallId, occurredAt);
    return [declined, back ?? { type: 'call.ended', occurredAt, call: { callId: call.pbxCallId }, end }];
  });
}

export function hangUp(call: CallAtPbx, device: PracticeDevice, at: Date): Promise<boolean> {
  return act(call, at, (fold, occurredAt) => {
    const isDialling = fold.answeredAt === null && fold.dialledBy === device.extension;
    if (!hasCall(fold, device) && !isDialling) return null;
    const end = { cause: isDialling ? 'caller_cancelled' : 'completed', by: 'operator' } as const;
    return [{ type: 'call.ended', occurredAt, call: { callId: call.pbxCallId, extension: device.extension }, end }];
  });
}

export function hold(call: CallAtPbx, device: PracticeDevice, held: boolean, at: Date): Promise<boolean> {
  return act(call, at, (fold, occurredAt) => {
    if (!hasCall(fold, device) || fold.phase !== (held ? 'talking' : 'held')) return null;
    const type = held ? 'call.held' : 'call.resumed';
    return [{ type, occurredAt, call: { callId: call.pbxCallId, extension: device.extension } }];
  });
}

/** Of a call between colleagues both have it: the one who answered, and the one who dialled. */
function hasCall(fold: CallFold, { extension }: PracticeDevice): boolean {
  if (fold.holder === extension) return true;
  return fold.direction === 'internal' && fold.legs.some((leg) => leg.extension === extension && leg.state === 'talking');
}

function ringingLeg(fold: CallFold, device: PracticeDevice): LegFacts | undefined {
  return fold.legs.find((leg) => leg.state === 'ringing' && leg.extension === device.extension);
}
