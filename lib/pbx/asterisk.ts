import { type AmiEvent, type AsteriskConfig, extensionOf, field, occurredAt } from './asterisk-ami.ts';
import { type AsteriskCall, isClick, type Step } from './asterisk-call.ts';
import { completeAgent, hangUp, requestHangup, requestSoftHangup } from './asterisk-endings.ts';
import { begin, dial, endDial, hold, joinQueue, leaveQueue, transferBlind } from './asterisk-steps.ts';
import type { PbxEventInput } from './envelope.ts';

/** The calls of one Asterisk and the channels they live on. */
export type AsteriskState = {
  calls: ReadonlyMap<string, AsteriskCall>;
  /** Uniqueid → callId. A transfer moves a channel, and Asterisk may rename its Linkedid: we follow the channel. */
  channels: ReadonlyMap<string, string>;
};

export const NO_CALLS: AsteriskState = { calls: new Map(), channels: new Map() };

export type Translation = { state: AsteriskState; events: PbxEventInput[] };

/**
 * Turns one AMI event into ours, for the live bridge and for replays alike: feed it every event of one Asterisk in order.
 * `seq` is the order within a call. Calls that began before the first event are not known and stay silent.
 */
export function translate(state: AsteriskState, event: AmiEvent, config: AsteriskConfig): Translation {
  switch (event.Event) {
    case 'PeerStatus':
      return { state, events: deviceEvents(event, config) };
    case 'Newchannel':
      return openChannel(state, event, config);
    case 'Hangup':
      return closeChannel(state, event);
    case 'AttendedTransfer':
      return transferAttended(state, event, config);
    case 'OriginateResponse':
      return { state, events: clickEvents(state, event) };
    default: {
      const call = callOf(state, event);
      const step = call && changeCall(call, event, config);
      return step ? settle(state, call, step) : { state, events: [] };
    }
  }
}

function changeCall(call: AsteriskCall, event: AmiEvent, config: AsteriskConfig): Step | null {
  switch (event.Event) {
    case 'QueueCallerJoin':
      return joinQueue(call, event);
    case 'QueueCallerAbandon':
      return { call: { ...call, queue: 'abandoned' }, events: [] };
    case 'QueueCallerLeave':
      return leaveQueue(call);
    case 'DialBegin':
      return dial(call, event, config);
    case 'DialEnd':
      return endDial(call, event);
    case 'Hold':
    case 'Unhold':
      return hold(call, event, config);
    case 'BlindTransfer':
      return transferBlind(call, event, config);
    case 'HangupRequest':
      return requestHangup(call, event, config);
    case 'SoftHangupRequest':
      return requestSoftHangup(call, event, config);
    case 'AgentComplete':
      return completeAgent(call, event);
    default:
      return null;
  }
}

/** PeerStatus, not ContactStatus: a device with two contacts is gone only when both are. */
function deviceEvents(event: AmiEvent, config: AsteriskConfig): PbxEventInput[] {
  const extension = field(event, 'Peer').split('/')[1] ?? '';
  if (!config.extension.test(extension)) return [];

  const device = { occurredAt: occurredAt(event), device: { extension } };
  switch (field(event, 'PeerStatus')) {
    case 'Reachable':
    case 'Registered':
      return [{ type: 'device.registered', ...device }];
    case 'Unreachable':
    case 'Unregistered':
      return [{ type: 'device.unregistered', ...device }];
    default:
      return [];
  }
}

/** A call of ours for which not even the operator's own phone could be rung: no channel of it ever was, so none hangs up. */
function clickEvents({ channels }: AsteriskState, event: AmiEvent): PbxEventInput[] {
  const callId = field(event, 'Uniqueid');
  if (!isClick(callId) || field(event, 'Response') !== 'Failure' || channels.has(callId)) return [];
  return [
    { type: 'call.ended', occurredAt: occurredAt(event), seq: 1, call: { callId }, end: { cause: 'unreachable', by: 'system' } },
  ];
}

function openChannel(state: AsteriskState, event: AmiEvent, config: AsteriskConfig): Translation {
  const channelId = field(event, 'Uniqueid');
  const callId = field(event, 'Linkedid');
  const step = channelId === callId ? begin(event, config) : null;
  if (!step && !state.calls.has(callId)) return { state, events: [] };

  const known = { ...state, channels: new Map(state.channels).set(channelId, callId) };
  return step?.call ? settle(known, step.call, step) : { state: known, events: [] };
}

function closeChannel(state: AsteriskState, event: AmiEvent): Translation {
  const call = callOf(state, event);
  const channels = new Map(state.channels);
  channels.delete(field(event, 'Uniqueid'));
  const rest = { ...state, channels };
  return call ? settle(rest, call, hangUp(call, event)) : { state: rest, events: [] };
}

/**
 * The consultation has a conversation of its own until the swap: then its far end belongs to the caller's call,
 * and what is left of the consultation is over. A phone may send the request on either of its two calls.
 */
function transferAttended(state: AsteriskState, event: AmiEvent, config: AsteriskConfig): Translation {
  const first = callAt(state, field(event, 'OrigTransfererUniqueid'));
  const second = callAt(state, field(event, 'SecondTransfererUniqueid'));
  if (!first || !second || first === second || field(event, 'Result') !== 'Success') return { state, events: [] };

  const isTurned = first.direction === 'internal' && second.direction !== 'internal';
  const [main, consult, target] = isTurned ? [second, first, 'Transferee'] : [first, second, 'TransferTarget'];
  const targetId = field(event, `${target}Uniqueid`);
  const targetChannel = field(event, `${target}Channel`);
  const toExtension = extensionOf(targetChannel, config);
  const at = occurredAt(event);

  const transferred = settle({ ...state, channels: new Map(state.channels).set(targetId, main.callId) }, main, {
    call: { ...main, isHeld: false, hungUpBy: null },
    events: [
      {
        type: 'call.transferred',
        occurredAt: at,
        call: { callId: main.callId, legId: targetId },
        transfer: {
          kind: 'attended',
          fromExtension: extensionOf(field(event, 'OrigTransfererChannel'), config),
          toExtension,
          toNumber: toExtension ? null : field(event, `${target}CallerIDNum`),
          consultCallId: consult.callId,
        },
      },
    ],
  });
  const ended = settle(transferred.state, consult, {
    call: null,
    events: [
      {
        type: 'call.ended',
        occurredAt: at,
        call: { callId: consult.callId },
        end: { cause: consult.isAnswered ? 'completed' : 'forwarded', by: 'operator' },
      },
    ],
  });

  return { state: ended.state, events: [...transferred.events, ...ended.events] };
}

/** Most events name the channel they are about; a dial that no channel asked for names only its goal. */
function callOf(state: AsteriskState, event: AmiEvent): AsteriskCall | undefined {
  return callAt(state, field(event, 'Uniqueid') || field(event, 'DestUniqueid') || field(event, 'TransfereeUniqueid'));
}

function callAt(state: AsteriskState, channelId: string): AsteriskCall | undefined {
  return state.calls.get(state.channels.get(channelId) ?? '');
}

/** Numbers what a step tells and keeps what it leaves of the call. */
function settle(state: AsteriskState, before: AsteriskCall, { call, events }: Step): Translation {
  const calls = new Map(state.calls);
  if (call) calls.set(call.callId, { ...call, told: before.told + events.length });
  else calls.delete(before.callId);

  return { state: { ...state, calls }, events: events.map((event, index) => ({ ...event, seq: before.told + index })) };
}
