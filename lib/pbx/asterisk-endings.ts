import { type AmiEvent, type AsteriskConfig, field, occurredAt, roleOf } from './asterisk-ami.ts';
import { type AsteriskCall, type LiveStep, type Step, withLeg } from './asterisk-call.ts';
import { closestCause, dialCause, hangupCodes, q850Cause } from './asterisk-causes.ts';
import type { EndCause } from './envelope.ts';

/** Somebody asks to hang up. A device that refuses while it rings does not: its leg ends, the call goes on. */
export function requestHangup(call: AsteriskCall, event: AmiEvent, config: AsteriskConfig): Step {
  const isPartOfTalk = call.isAnswered || field(event, 'Uniqueid') === call.anchorId;
  const by = roleOf(field(event, 'Channel'), config) === 'trunk' ? 'caller' : 'operator';
  if (isPartOfTalk) return { call: { ...call, hungUpBy: by }, events: [] };

  const legId = field(event, 'Uniqueid');
  const leg = call.legs.get(legId);
  return { call: leg ? withLeg(call, legId, { ...leg, refusal: event }) : call, events: [] };
}

/**
 * The PBX takes a device off the line. For an operator's it does so when they press Hang up at a desk phone's card; where it
 * merely clears away what is left of a call, somebody has hung up before.
 */
export function requestSoftHangup(call: AsteriskCall, event: AmiEvent, config: AsteriskConfig): Step {
  const isOperator = roleOf(field(event, 'Channel'), config) === 'operator';
  return { call: isOperator && call.isAnswered ? { ...call, hungUpBy: call.hungUpBy ?? 'operator' } : call, events: [] };
}

/** The queue's word on who hung up, for Asterisk versions that send no HangupRequest. `transfer` is not an end. */
export function completeAgent(call: AsteriskCall, event: AmiEvent): Step {
  const by = { caller: 'caller', agent: 'operator' } as const;
  const reason = field(event, 'Reason');
  if (reason !== 'caller' && reason !== 'agent') return { call, events: [] };
  return { call: { ...call, hungUpBy: call.hungUpBy ?? by[reason] }, events: [] };
}

export function hangUp(call: AsteriskCall, event: AmiEvent): Step {
  const legId = field(event, 'Uniqueid');
  const step = endLeg(call, legId, event, event);
  return legId === call.anchorId ? end(step, event) : step;
}

function endLeg(call: AsteriskCall, legId: string, at: AmiEvent, hangup: AmiEvent | null): LiveStep {
  const leg = call.legs.get(legId);
  if (!leg || leg.cause) return { call, events: [] };

  const cause: EndCause =
    leg.dialStatus === 'ANSWER' ? 'completed' : dialCause(leg, call.isAnswered, hangup ?? leg.refusal ?? null);
  return {
    call: withLeg(call, legId, { ...leg, cause }),
    events: [
      {
        type: 'leg.ended',
        occurredAt: occurredAt(at),
        call: { callId: call.callId, legId, ...(leg.extension && { extension: leg.extension }) },
        end: { cause, by: 'unknown', ...hangupCodes(hangup) },
      },
    ],
  };
}

/** The anchor hung up: legs that Asterisk has not hung up yet end with it. */
function end(step: LiveStep, event: AmiEvent): Step {
  if (!step.call.isAnnounced) return { call: null, events: [] };

  let { call } = step;
  const events = [...step.events];
  for (const legId of call.legs.keys()) {
    const ended = endLeg(call, legId, event, null);
    call = ended.call;
    events.push(...ended.events);
  }

  const cause = endCause(call, event);
  events.push({
    type: 'call.ended',
    occurredAt: occurredAt(event),
    call: { callId: call.callId },
    end: { cause, by: call.hungUpBy ?? impliedBy(cause), ...hangupCodes(event) },
  });
  return { call: null, events };
}

function endCause(call: AsteriskCall, hangup: AmiEvent): EndCause {
  if (call.isAnswered) return 'completed';
  if (call.queue === 'abandoned' || call.hungUpBy) return 'caller_cancelled';
  if (call.queue === 'timed_out') return 'queue_timeout';

  const causes = [...call.legs.values()].flatMap((leg) => leg.cause ?? []);
  return closestCause(causes) ?? q850Cause(field(hangup, 'Cause'));
}

function impliedBy(cause: EndCause): 'caller' | 'operator' | 'system' {
  if (cause === 'declined') return 'operator';
  if (cause === 'busy' || cause === 'caller_cancelled') return 'caller';
  return 'system';
}
