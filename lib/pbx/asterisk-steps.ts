import {
  type AmiEvent,
  type AsteriskConfig,
  dialledNumber,
  endpointOf,
  extensionOf,
  field,
  occurredAt,
  roleOf,
} from './asterisk-ami.ts';
import { type AsteriskCall, type AsteriskLeg, isClick, type LiveStep, type Step, withLeg } from './asterisk-call.ts';

// One function for each AMI event that brings a call further; asterisk-endings.ts has those that end it.

/** The first channel of a conversation. Null when it is none of ours: neither a trunk nor an operator. */
export function begin(event: AmiEvent, config: AsteriskConfig): Step | null {
  const channel = field(event, 'Channel');
  const role = roleOf(channel, config);
  if (role === 'other') return null;

  const to = dialledNumber(event);
  const dialler = role === 'operator' ? { extension: endpointOf(channel), name: field(event, 'CallerIDName') } : null;
  const callId = field(event, 'Linkedid');
  const call: AsteriskCall = {
    callId,
    direction: dialler ? placedDirection(to, config) : 'inbound',
    isAnnounced: isClick(callId),
    dialler,
    anchorId: field(event, 'Uniqueid'),
    told: isClick(callId) ? 1 : 0,
    legs: new Map(),
    isAnswered: false,
    isHeld: false,
    queue: 'none',
    hungUpBy: null,
  };

  // A device that was called without having dialled: whom for will be known when the far side is dialled.
  if (dialler && !to) return { call, events: [] };
  return announce(call, event, to);
}

function placedDirection(to: string, config: AsteriskConfig): 'outbound' | 'internal' {
  return config.extension.test(to) ? 'internal' : 'outbound';
}

function announce(call: AsteriskCall, event: AmiEvent, to: string): LiveStep {
  const { callId, direction, dialler } = call;
  const from = dialler
    ? { number: dialler.extension, name: dialler.name }
    : { number: field(event, 'CallerIDNum'), name: field(event, 'CallerIDName') };

  return {
    call: { ...call, isAnnounced: true },
    events: [
      {
        type: 'call.offered',
        occurredAt: occurredAt(event),
        call: {
          callId,
          direction,
          from,
          to: { number: to },
          ...(direction === 'inbound' && to && { line: to }),
          ...(dialler && { extension: dialler.extension }),
        },
      },
    ],
  };
}

/** Whoever waits anew after a talk is neither held nor about to hang up, whatever they were there. */
export function joinQueue(call: AsteriskCall, event: AmiEvent): Step {
  return {
    call: { ...call, queue: 'waiting', isHeld: false, hungUpBy: null },
    events: [{ type: 'call.queued', occurredAt: occurredAt(event), call: { callId: call.callId } }],
  };
}

/** A caller who leaves the queue for an operator has been answered before; one who gave up has abandoned it before. */
export function leaveQueue(call: AsteriskCall): Step {
  const hasTimedOut = call.queue === 'waiting' && !call.isAnswered;
  return { call: hasTimedOut ? { ...call, queue: 'timed_out' } : call, events: [] };
}

/**
 * A device is dialled. DialBegin, not DialState: it comes once for each leg and before everything else of it,
 * while RINGING needs the device to say so, comes twice in queues, and never where early media plays.
 */
export function dial(call: AsteriskCall, event: AmiEvent, config: AsteriskConfig): Step {
  const channel = field(event, 'DestChannel');
  const legId = field(event, 'DestUniqueid');
  const role = roleOf(channel, config);
  const isOwnDevice = !field(event, 'Channel');
  if (role === 'other' || isOwnDevice) return { call, events: [] };

  const leg: AsteriskLeg = { role, extension: extensionOf(channel, config), dialStatus: '', cause: null };
  const offer = call.dialler && call.legs.size === 0 ? placeCall(call, event, leg) : { call, events: [] };
  const presented = field(event, 'CallerIDNum');
  const hasLine = offer.call.direction === 'outbound' && role === 'trunk' && !config.extension.test(presented);

  return {
    call: withLeg({ ...offer.call, queue: call.queue === 'timed_out' ? 'none' : call.queue }, legId, leg),
    events: [
      ...offer.events,
      {
        type: 'leg.ringing',
        occurredAt: occurredAt(event),
        call: {
          callId: call.callId,
          legId,
          ...(leg.extension && { extension: leg.extension }),
          ...(hasLine && { line: presented }),
        },
      },
    ],
  };
}

/** The operator's own device has answered, and now the PBX dials whom they want: only here it is seen where the call goes. */
function placeCall(call: AsteriskCall, event: AmiEvent, leg: AsteriskLeg): LiveStep {
  const placed: AsteriskCall = { ...call, direction: leg.extension ? 'internal' : 'outbound' };
  if (call.isAnnounced) return { call: isClick(call.callId) ? placed : call, events: [] };
  return announce(placed, event, dialledNumber(event) || field(event, 'DestCallerIDNum'));
}

/** Only an operator's device, or the far side of a call that an operator placed, answers a call. A queue's own `Answer()` does not. */
export function endDial(call: AsteriskCall, event: AmiEvent): Step {
  const legId = field(event, 'DestUniqueid');
  const leg = call.legs.get(legId);
  if (!leg || leg.cause) return { call, events: [] };

  const dialStatus = field(event, 'DialStatus');
  const dialled = withLeg(call, legId, { ...leg, dialStatus });
  const extension = leg.extension ?? (call.direction === 'outbound' ? call.dialler?.extension : null);
  if (dialStatus !== 'ANSWER' || !extension) return { call: dialled, events: [] };

  const anchorId = leg.role === 'trunk' ? legId : call.anchorId;
  return {
    // Also of a call that is taken up again in another browser: it is neither held nor about to end, whatever it was there.
    call: { ...dialled, isAnswered: true, isHeld: false, hungUpBy: null, anchorId },
    events: [{ type: 'call.answered', occurredAt: occurredAt(event), call: { callId: call.callId, legId, extension } }],
  };
}

/** Asterisk also says Unhold before a transfer, held or not. A caller who holds us is not a call on hold. */
export function hold(call: AsteriskCall, event: AmiEvent, config: AsteriskConfig): Step {
  const extension = extensionOf(field(event, 'Channel'), config);
  const isHeld = event.Event === 'Hold';
  if (!extension || !call.isAnswered || call.isHeld === isHeld) return { call, events: [] };

  return {
    call: { ...call, isHeld },
    events: [
      {
        type: isHeld ? 'call.held' : 'call.resumed',
        occurredAt: occurredAt(event),
        call: { callId: call.callId, extension },
      },
    ],
  };
}

export function transferBlind(call: AsteriskCall, event: AmiEvent, config: AsteriskConfig): Step {
  const to = field(event, 'Extension');
  const fromExtension = extensionOf(field(event, 'TransfererChannel'), config);
  const isInside = config.extension.test(to);
  if (field(event, 'Result') !== 'Success') return { call, events: [] };

  return {
    call: { ...call, isHeld: false, hungUpBy: null },
    events: [
      {
        type: 'call.transferred',
        occurredAt: occurredAt(event),
        call: { callId: call.callId },
        transfer: { kind: 'blind', fromExtension, toExtension: isInside ? to : null, toNumber: isInside ? null : to },
      },
    ],
  };
}
