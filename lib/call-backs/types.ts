import type { EndCause } from '../pbx/envelope.ts';

/** A call to the outside that some operator of ours dialled, as it stands now. */
export type DialledCall = {
  callId: string;
  /** Who dialled it, and whom; null where that is not known, or no more. */
  byId: string | null;
  e164: string | null;
  /** Who dialled whom was not known before: only then it may be the call that an attempt waits for. */
  isNew: boolean;
  startedAt: Date;
  answeredAt: Date | null;
  endedAt: Date | null;
  talkSeconds: number;
  cause: EndCause | null;
};

/** Somebody is calling a missed caller back: shown on their rows, and nobody else can meanwhile. */
export type LiveCallBack = {
  id: string;
  by: { id: string; name: string };
  /** ISO, as are the others. */
  startedAt: string;
  answeredAt: string | null;
};

/** An attempt as it is stored. */
export type CallBack = {
  id: string;
  callerE164: string | null;
  byId: string;
  byName: string;
  startedAt: Date;
  missedCallIds: string[];
  callId: string | null;
  answeredAt: Date | null;
  outcome: 'reached' | 'not_reached' | null;
  endedAt: Date | null;
  leasedUntil: Date | null;
};
