import { emptyCard } from '../../caller-card/empty-card.ts';
import type { DeskCall } from '../../caller-card/types.ts';
import { stateAt } from '../phone-state.ts';
import { isSameNumber } from '../same-number.ts';
import type { SipCall } from './sip-state.ts';

/** A call as the desk shows it: what the server knows of it, and what this browser's phone does with it. */
export type JoinedCall = {
  call: DeskCall;
  /** `elsewhere`: it is up at the PBX and mine, but on no phone of this browser. */
  phase: 'ringing' | 'dialling' | 'talking' | 'held' | 'elsewhere';
  /** Null until the phone has it too. */
  sip: SipCall | null;
};

export type Halves = {
  /** Of the server: those at this user's phone. */
  calls: readonly DeskCall[];
  sipCalls: readonly SipCall[];
  me: string;
  /** Calls that ended at this phone a moment ago, by the server's id or the PBX's: the server may not have heard of it. */
  ended: ReadonlySet<string>;
  clockOffsetMs: number;
};

/**
 * The same call arrives by INVITE in the browser and by event at the server, in either order: never two cards (events.md rule 7).
 * They meet on the PBX's id of it; where a phone has none, or a transfer has moved it to another conversation, on the number, the
 * closest in time. Not within three seconds only, as the rule has it: a PBX's clock may be minutes off (R11), and two calls of one
 * number at one phone are rare. At last a single rest on both sides is one call. One that is over here meets a call by its id only: what
 * the server still has of it, for as long as that is away, would lend its card to the next caller.
 */
export function joinCalls({ calls, sipCalls, me, ended, clockOffsetMs }: Halves): JoinedCall[] {
  const openCalls = calls.filter((call) => stateAt(call, me) !== null);
  const pairs = new Map<SipCall, DeskCall>();
  const freeCalls = () => openCalls.filter((call) => ![...pairs.values()].includes(call));
  const runningCalls = () => freeCalls().filter((each) => !ended.has(each.pbxCallId) && !ended.has(each.callId));
  const freeSips = () => sipCalls.filter((sip) => !pairs.has(sip));

  for (const sip of sipCalls) {
    const call = freeCalls().find((each) => each.pbxCallId === sip.pbxCallId);
    if (call) pairs.set(sip, call);
  }
  for (const sip of freeSips()) {
    const [closest] = runningCalls()
      .filter((call) => isSameNumber(sip.number, call.number.e164 ?? call.number.display) && canBe(sip, call, me))
      .toSorted((a, b) => distance(sip, a, clockOffsetMs) - distance(sip, b, clockOffsetMs));
    if (closest) pairs.set(sip, closest);
  }
  const [sip, ...moreSips] = freeSips().filter((each) => each.phase === 'talking');
  const [call, ...moreCalls] = runningCalls().filter((each) => isUp(each, me));
  if (sip && call && moreSips.length + moreCalls.length === 0) pairs.set(sip, call);

  const withPhone = sipCalls.map((each) => joined(each, pairs.get(each), clockOffsetMs));
  const withoutPhone = runningCalls().flatMap((each) => atServerOnly(each, me));
  return [...withPhone, ...withoutPhone];
}

/** A phone that rings is no call that was dialled here. */
function canBe(sip: SipCall, call: DeskCall, me: string): boolean {
  const state = stateAt(call, me);
  if (sip.phase === 'ringing') return state === 'ringing';
  if (sip.phase === 'dialling') return state === 'dialling' || state === 'talking';
  return true;
}

function isUp(call: DeskCall, me: string): boolean {
  const state = stateAt(call, me);
  return state === 'talking' || state === 'held';
}

function distance(sip: SipCall, call: DeskCall, clockOffsetMs: number): number {
  return Math.abs(sip.startedAtMs + clockOffsetMs - Date.parse(call.startedAt));
}

/** The phone knows first what it does; the server knows who it is. */
function joined(sip: SipCall, call: DeskCall | undefined, clockOffsetMs: number): JoinedCall {
  const phase = sip.phase === 'talking' && sip.isHeld ? 'held' : sip.phase;
  const facts = call ?? unknownToServer(sip, clockOffsetMs);
  const answeredAt = facts.answeredAt ?? (sip.answeredAtMs === null ? null : isoTime(sip.answeredAtMs + clockOffsetMs));
  return { sip, phase, call: { ...facts, answeredAt } };
}

function atServerOnly(call: DeskCall, me: string): JoinedCall[] {
  const state = stateAt(call, me);
  if (state === null) return [];
  const phase = state === 'ringing' || state === 'dialling' ? state : 'elsewhere';
  return [{ call, phase, sip: null }];
}

/** The phone has heard of it before the server: number and name as SIP brought them, until the card is there. */
function unknownToServer(sip: SipCall, clockOffsetMs: number): DeskCall {
  return {
    callId: provisionalId(sip),
    pbxCallId: sip.pbxCallId ?? '',
    version: 0,
    direction: sip.direction === 'incoming' ? 'inbound' : 'outbound',
    phase: sip.phase === 'talking' ? 'talking' : 'ringing',
    number: { e164: null, display: sip.number, isWithheld: /^(anonymous|)$/i.test(sip.number) },
    pbxName: sip.name,
    line: null,
    class: null,
    reasons: [],
    startedAt: isoTime(sip.startedAtMs + clockOffsetMs),
    answeredAt: null,
    endedAt: null,
    cause: null,
    isEstimated: false,
    operator: null,
    ringing: [],
    card: emptyCard,
  };
}

/** What the desk calls a call that the server has not told of. */
function provisionalId(sip: SipCall): string {
  return `sip:${sip.id}`;
}

function isoTime(ms: number): string {
  return new Date(ms).toISOString();
}
