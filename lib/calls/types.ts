import type { EndCause, PbxEvent } from '../pbx/envelope.ts';

export type CallDirection = 'inbound' | 'outbound' | 'internal';
export type CallPhase = 'offered' | 'queued' | 'ringing' | 'talking' | 'held' | 'ended';
export type CallClass = 'callback' | 'new_customer' | 'service';
export type EndedBy = 'caller' | 'operator' | 'system' | 'unknown';

/** Why a call has its class: a key put into words by messages, with the ids the sentence needs. */
export type ClassReason = { key: 'serviceLine' | 'hotline' | 'noLine'; lineId: string | null };

/** What a PBX says of a call. */
export type CallEvent = Extract<PbxEvent, { call: unknown }>;

/** An event of a call as it is stored: the PBX's words plus its place in the post that brought it. */
export type StoredEvent = {
  event: CallEvent;
  webhookId: string;
  index: number;
  /** On an end that our own sweep wrote: how many real events it had seen. More of them undo it (events.md rules 2 and 4). */
  estimatedAfter?: number;
};

export type LegFacts = {
  legId: string;
  extension: string | null;
  state: 'ringing' | 'talking' | 'ended';
  ringingAt: Date | null;
  answeredAt: Date | null;
  endedAt: Date | null;
  cause: EndCause | null;
};

export type TransferFacts = { kind: 'blind' | 'attended'; fromExtension: string | null; to: string | null; at: Date };

/** What the set of a call's events says about it (lib/calls/fold.ts). Numbers are still as the PBX wrote them. */
export type CallFold = {
  direction: CallDirection;
  phase: CallPhase;
  /** Waits in a queue, also while a device rings. */
  isQueued: boolean;
  from: { number: string; name: string };
  to: { number: string; name: string };
  line: string | null;
  startedAt: Date;
  answeredAt: Date | null;
  endedAt: Date | null;
  lastEventAt: Date;
  cause: EndCause | null;
  endedBy: EndedBy | null;
  isMissed: boolean;
  isEstimated: boolean;
  /** The operator's extension of an outbound or internal call. */
  dialledBy: string | null;
  /** Extensions that talked, in order. */
  operators: string[];
  /** The extension that has the call now, or had it last once it ended. */
  holder: string | null;
  legs: LegFacts[];
  transfers: TransferFacts[];
  waitSeconds: number;
  talkSeconds: number;
  /** Real events only, without our own estimates. */
  eventCount: number;
};
