import type { CallDirection, CallFold } from '../calls/types.ts';
import { type AsteriskConfig, extensionOf, roleOf } from '../pbx/asterisk-ami.ts';
import { type AsteriskCall, type AsteriskLeg, isClick } from '../pbx/asterisk-call.ts';
import type { PbxEventInput } from '../pbx/envelope.ts';
import type { Channel } from './channels.ts';

export type CallFound = {
  callId: string;
  /** What is known of the call; null for one that began while nobody listened. */
  fold: CallFold | null;
  /** The place in the call's order that the next event gets. */
  nextSeq: number;
  /** The call's channels that are up now, at least one. */
  channels: readonly Channel[];
};

export type Adopted = { call: AsteriskCall; events: PbxEventInput[] };
type Words = Partial<Extract<PbxEventInput, { call: unknown }>['call']>;

/**
 * Takes up a call that is at Asterisk but not in the translator's memory, so that its next events, and its end, are understood
 * (R5). `events` tell what changed while nobody listened; all of them happened by `at`. Null for what is no call of ours.
 */
export function adopt(found: CallFound, config: AsteriskConfig, at: Date): Adopted | null {
  const { callId, fold, channels } = found;
  const root = channels.find(({ id }) => id === callId) ?? null;
  const outside = channels.find(({ name }) => roleOf(name, config) === 'trunk') ?? null;
  const operators = channels.filter(({ name }) => roleOf(name, config) === 'operator');
  if (!outside && operators.length === 0) return null;

  const direction = fold?.direction ?? directionOf(outside, callId);
  const own = root && roleOf(root.name, config) === 'operator' ? root : null;
  const dialler = diallerOf(found, direction, own ?? operators[0] ?? null, config);
  const legs = legsOf(channels, callId, config);

  // The device that was asked to pick up first: nobody is dialled yet, so there is nothing to tell of.
  const waitsForOwn = !fold && channels.length === 1 && own !== null && own.exten === '';
  const anchor = anchorOf(direction, { outside, root }) ?? channels[0];
  if (!anchor) return null;

  const call: AsteriskCall = {
    callId,
    direction,
    isAnnounced: !waitsForOwn || isClick(callId),
    dialler,
    anchorId: anchor.id,
    told: found.nextSeq,
    legs,
    isAnswered: fold?.answeredAt != null && !fold.isEstimated,
    isHeld: fold?.phase === 'held',
    queue: fold?.isQueued ? 'waiting' : 'none',
    hungUpBy: null,
  };
  if (waitsForOwn) return { call, events: [] };

  const talk = talkOf(call, channels, config);
  const events: PbxEventInput[] = [];
  const occurredAt = at.toISOString();
  const tell = (type: 'call.queued' | 'call.answered', words: Words = {}) =>
    events.push({ type, occurredAt, call: { callId, ...words } });

  if (!fold) events.push(offer(call, { outside, own }, channels, at));
  const isNewlyQueued = anchor.application === 'Queue' && !talk && !fold?.isQueued;
  if (isNewlyQueued) tell('call.queued');
  for (const [legId, { extension, dialStatus }] of legs) {
    if (dialStatus === 'ANSWER' || fold?.legs.some((leg) => leg.legId === legId && leg.state !== 'ended')) continue;
    const words = { callId, legId, ...(extension && { extension }) };
    events.push({ type: 'leg.ringing', occurredAt, call: words });
  }
  for (const leg of fold?.legs ?? []) {
    if (leg.state === 'ended' || channels.some(({ id }) => id === leg.legId)) continue;
    const words = { callId, legId: leg.legId, ...(leg.extension && { extension: leg.extension }) };
    const cause = leg.state === 'talking' ? 'completed' : 'lost';
    events.push({ type: 'leg.ended', occurredAt, call: words, end: { cause, by: 'unknown' } });
  }
  if (talk && !(call.isAnswered && fold?.holder === talk.extension)) tell('call.answered', talk);

  return {
    call: {
      ...call,
      told: found.nextSeq + events.length,
      isAnswered: call.isAnswered || talk !== null,
      queue: isNewlyQueued ? 'waiting' : call.queue,
    },
    events: events.map((event, index) => ({ ...event, seq: found.nextSeq + index })),
  };
}

/** A trunk's channel that began its conversation has called us; one that was dialled in it was called. */
function directionOf(outside: Channel | null, callId: string): CallDirection {
  if (!outside) return 'internal';
  return outside.id === callId ? 'inbound' : 'outbound';
}

function diallerOf(
  { fold }: CallFound,
  direction: CallDirection,
  channel: Channel | null,
  config: AsteriskConfig,
): AsteriskCall['dialler'] {
  if (direction === 'inbound') return null;
  const extension = fold?.dialledBy ?? (channel && extensionOf(channel.name, config));
  return extension ? { extension, name: channel?.caller.name ?? '' } : null;
}

/** As in the translator: the outside channel ends the call wherever there is one, an outbound one once it has answered. */
function anchorOf(
  direction: CallDirection,
  { outside, root }: { outside: Channel | null; root: Channel | null },
): Channel | null {
  if (direction === 'inbound') return root ?? outside;
  return outside?.state === 'Up' ? outside : (root ?? outside);
}

/** Whoever was dialled: everybody but the one whose channel the conversation began with. */
function legsOf(channels: readonly Channel[], callId: string, config: AsteriskConfig): Map<string, AsteriskLeg> {
  const dialled = channels.filter(({ id, name }) => id !== callId && roleOf(name, config) !== 'other');
  return new Map(
    dialled.map(({ id, name, state }): [string, AsteriskLeg] => [
      id,
      {
        role: roleOf(name, config),
        extension: extensionOf(name, config),
        dialStatus: state === 'Up' ? 'ANSWER' : '',
        cause: null,
      },
    ]),
  );
}

/** Which operator talks in it now, and by which leg. Two channels in one bridge talk. */
function talkOf(
  call: AsteriskCall,
  channels: readonly Channel[],
  config: AsteriskConfig,
): { legId: string; extension: string } | null {
  const bridgeId = channels.find(({ id }) => id === call.anchorId)?.bridgeId;
  const bridged = bridgeId ? channels.filter((each) => each.bridgeId === bridgeId) : [];
  const leg = bridged.findLast(({ id, name }) => id !== call.callId && roleOf(name, config) === 'operator');
  const extension = leg && extensionOf(leg.name, config);
  if (leg && extension) return { legId: leg.id, extension };

  // An operator who dialled out talks by the leg of whom they called.
  const far = bridged.find(({ id }) => id !== call.callId);
  const isOwnThere = bridged.some(({ id }) => id === call.callId);
  return far && isOwnThere && call.direction === 'outbound' && call.dialler
    ? { legId: far.id, extension: call.dialler.extension }
    : null;
}

function offer(
  { callId, direction, dialler }: AsteriskCall,
  { outside, own }: { outside: Channel | null; own: Channel | null },
  channels: readonly Channel[],
  at: Date,
): PbxEventInput {
  const seconds = Math.max(...channels.map((each) => each.seconds));
  const occurredAt = new Date(at.getTime() - seconds * 1000).toISOString();
  if (direction === 'inbound') {
    const line = outside?.exten ?? '';
    const to = { number: line };
    return { type: 'call.offered', occurredAt, call: { callId, direction, from: outside?.caller, to, ...(line && { line }) } };
  }
  const number = direction === 'outbound' ? outside?.caller.number : own?.exten;
  const extension = dialler?.extension;
  const from = { number: extension ?? '', name: dialler?.name ?? '' };
  return {
    type: 'call.offered',
    occurredAt,
    call: { callId, direction, from, to: { number: number ?? '' }, ...(extension && { extension }) },
  };
}
