import type { AmiEvent, ChannelRole } from './asterisk-ami.ts';
import type { EndCause, PbxEventInput } from './envelope.ts';

/** A channel that was dialled for a call: an operator's device, or the far side of an outbound call. */
export type AsteriskLeg = {
  role: ChannelRole;
  /** The operator's; null on a trunk. */
  extension: string | null;
  /** Of DialEnd, '' while it rings. */
  dialStatus: string;
  /** What the device said when it refused to ring on: its own hangup may be told after the caller's. */
  refusal?: AmiEvent;
  /** Null until it ended. */
  cause: EndCause | null;
};

/**
 * The id of a call that Offhook itself places begins so. What was dialled is told by whoever asked for the call, as its event 0:
 * Asterisk knows the number only once the operator has picked up.
 */
export const CLICK_PREFIX = 'offhook-';

export function isClick(callId: string): boolean {
  return callId.startsWith(CLICK_PREFIX);
}

/** What the translator remembers of one conversation (Asterisk's Linkedid at its birth). */
export type AsteriskCall = {
  callId: string;
  direction: 'inbound' | 'outbound' | 'internal';
  /** False while only an operator's own device rings for a call that somebody else has the PBX place. */
  isAnnounced: boolean;
  /** The operator who dials, with the name Asterisk has for them. */
  dialler: { extension: string; name: string } | null;
  /** The channel whose hangup ends the call: the outside one wherever there is one, since operators come and go. */
  anchorId: string;
  /** Events told so far: each gets the next number. */
  told: number;
  legs: ReadonlyMap<string, AsteriskLeg>;
  isAnswered: boolean;
  isHeld: boolean;
  queue: 'none' | 'waiting' | 'abandoned' | 'timed_out';
  hungUpBy: 'caller' | 'operator' | null;
};

/** What an AMI event makes of a call: null when the call is over. */
export type Step = { call: AsteriskCall | null; events: PbxEventInput[] };

export type LiveStep = Step & { call: AsteriskCall };

export function withLeg(call: AsteriskCall, legId: string, leg: AsteriskLeg): AsteriskCall {
  return { ...call, legs: new Map(call.legs).set(legId, leg) };
}
