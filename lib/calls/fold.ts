import type { EndCause } from '../pbx/envelope.ts';
import { addDiallerLeg, answerLegs, closeLegs, endLeg, type Legs, releaseLegs, ringLeg } from './legs.ts';
import { isMissed } from './missed.ts';
import { separateCalls } from './order.ts';
import type { CallDirection, CallFold, CallPhase, EndedBy, StoredEvent, TransferFacts } from './types.ts';

//  offered ──> queued ──> ringing ──answered──> talking <──> held        The phase follows the events in order.
//     └──────────┴───────────┴─────────────────────┴───────────┘         A real end is final: what is sorted behind it
//                            ended                                       corrects facts, never the phase.

type Draft = {
  direction: CallDirection | null;
  phase: CallPhase;
  isQueued: boolean;
  from: { number: string; name: string };
  to: { number: string; name: string };
  line: string | null;
  answeredAt: Date | null;
  end: { at: Date; cause: EndCause; by: EndedBy } | null;
  dialledBy: string | null;
  operators: string[];
  holder: string | null;
  /** When the holder took it. */
  takenAt: Date | null;
  legs: Legs;
  transfers: TransferFacts[];
};

type CallEvent = StoredEvent['event'];
type Of<Type extends CallEvent['type']> = Extract<CallEvent, { type: Type }>;

/**
 * What the set of a call's events says (events.md rules 2 and 3). `events` are of one call, in the order of `separateCalls`.
 * An estimated end counts only while no real event came after the sweep that wrote it, or once the PBX uses the id for another call.
 * Throws on an empty list: a call without events does not exist.
 */
export function foldCall(events: StoredEvent[], isSuperseded = false): CallFold {
  const real = events.filter((each) => each.estimatedAfter === undefined);
  const estimate = events.findLast(
    (each) => each.estimatedAfter === real.length || (isSuperseded && each.estimatedAfter !== undefined),
  );
  const times = (real.length > 0 ? real : events).map((each) => each.event.occurredAt.getTime());
  if (times.length === 0) throw new Error('A call without events cannot be folded.');

  const draft = emptyDraft();
  for (const { event } of real) apply(draft, event);
  const isEstimated = estimate !== undefined && draft.end === null;
  if (isEstimated) apply(draft, estimate.event);

  return finish(draft, {
    startedAt: new Date(Math.min(...times)),
    lastEventAt: new Date(Math.max(...times)),
    isEstimated,
    eventCount: real.length,
  });
}

/** Every call that a PBX meant by one id, in order. */
export function foldCalls(events: StoredEvent[]): { own: StoredEvent[]; fold: CallFold }[] {
  const calls = separateCalls(events);
  return calls.map((own, index) => ({ own, fold: foldCall(own, index < calls.length - 1) }));
}

function emptyDraft(): Draft {
  return {
    direction: null,
    phase: 'offered',
    isQueued: false,
    from: { number: '', name: '' },
    to: { number: '', name: '' },
    line: null,
    answeredAt: null,
    end: null,
    dialledBy: null,
    operators: [],
    holder: null,
    takenAt: null,
    legs: new Map(),
    transfers: [],
  };
}

function apply(draft: Draft, event: CallEvent): void {
  identify(draft, event);

  switch (event.type) {
    case 'call.offered':
    case 'recording.ready':
      break;
    case 'call.queued':
      queue(draft, event);
      break;
    case 'leg.ringing':
      ring(draft, event);
      break;
    case 'leg.ended':
      stopRinging(draft, event);
      break;
    case 'call.answered':
      answer(draft, event);
      break;
    case 'call.held':
      moveTo(draft, 'held');
      break;
    case 'call.resumed':
      moveTo(draft, 'talking');
      break;
    case 'call.transferred':
      transfer(draft, event);
      break;
    case 'call.ended':
      end(draft, event);
      break;
    default:
      event satisfies never;
  }
}

/** Whoever is named first keeps the place: later events of a transfer name other people. */
function identify(draft: Draft, { call }: CallEvent): void {
  draft.direction ??= call.direction ?? null;
  draft.line ??= call.line || null;
  draft.from.number ||= call.from?.number ?? '';
  draft.from.name ||= call.from?.name ?? '';
  draft.to.number ||= call.to?.number ?? '';
  draft.to.name ||= call.to?.name ?? '';
  if (draft.direction && draft.direction !== 'inbound') draft.dialledBy ??= call.extension ?? null;
}

function moveTo(draft: Draft, phase: CallPhase): void {
  if (!draft.end) draft.phase = phase;
}

/**
 * Also of one who has been talked to: whoever had them, and did not take them up again, has them no more. One who was answered in the
 * same moment waited before: a PBX that numbers no events may count in whole seconds.
 */
function queue(draft: Draft, { occurredAt, seq }: Of<'call.queued'>): void {
  if (draft.holder && draft.takenAt && seq === undefined && occurredAt <= draft.takenAt) return;
  if (draft.holder) releaseLegs(draft.legs, draft.holder, occurredAt);
  draft.holder = null;
  draft.isQueued = true;
  moveTo(draft, 'queued');
}

function ring(draft: Draft, { call, occurredAt }: Of<'leg.ringing'>): void {
  ringLeg(draft.legs, call.legId, call.extension ?? null, occurredAt);
  if (draft.phase === 'offered' || draft.phase === 'queued') moveTo(draft, 'ringing');
}

function stopRinging(draft: Draft, { call, occurredAt, end: { cause } }: Of<'leg.ended'>): void {
  endLeg(draft.legs, call.legId, call.extension ?? null, occurredAt, cause);

  const isStillRinging = [...draft.legs.values()].some((leg) => leg.state === 'ringing');
  if (draft.phase === 'ringing' && !isStillRinging) moveTo(draft, draft.isQueued ? 'queued' : 'offered');
}

function answer(draft: Draft, { call, occurredAt }: Of<'call.answered'>): void {
  // Voicemail or an announcement picks up without an extension: that is not an answer (events.md, Types).
  if (!call.extension) return;

  draft.answeredAt ??= occurredAt;
  draft.isQueued = false;
  take(draft, call.extension, occurredAt);
  answerLegs(draft.legs, call.legId, call.extension, occurredAt);
  moveTo(draft, 'talking');
}

function take(draft: Draft, extension: string, at: Date): void {
  draft.holder = extension;
  draft.takenAt = at;
  if (draft.operators.at(-1) !== extension) draft.operators.push(extension);
}

function transfer(draft: Draft, { call, transfer: given, occurredAt }: Of<'call.transferred'>): void {
  const { kind, toExtension, toNumber } = given;
  // A PBX that does not say who gave it away means the one who had it.
  const fromExtension = given.fromExtension ?? draft.holder;
  draft.transfers.push({ kind, fromExtension, to: toExtension ?? toNumber ?? null, at: occurredAt });
  if (fromExtension) releaseLegs(draft.legs, fromExtension, occurredAt);

  // After an attended transfer the colleague already talks; after a blind one their device starts to ring,
  // or the call has left the house and only its end will be heard of.
  if (kind === 'attended' && toExtension) {
    take(draft, toExtension, occurredAt);
    answerLegs(draft.legs, call.legId, toExtension, occurredAt);
    moveTo(draft, 'talking');
  } else {
    draft.holder = null;
    moveTo(draft, toExtension ? 'ringing' : 'talking');
  }
}

function end(draft: Draft, { occurredAt, end: { cause, by } }: Of<'call.ended'>): void {
  draft.end ??= { at: occurredAt, cause, by };
  draft.phase = 'ended';
}

type Known = Pick<CallFold, 'startedAt' | 'lastEventAt' | 'isEstimated' | 'eventCount'>;

function finish(draft: Draft, known: Known): CallFold {
  const { end: ended, answeredAt } = draft;
  const direction = draft.direction ?? 'inbound';
  const until = ended?.at ?? known.lastEventAt;
  if (direction === 'internal' && draft.dialledBy && answeredAt) {
    addDiallerLeg(draft.legs, draft.dialledBy, answeredAt, draft.transfers);
  }
  if (ended) closeLegs(draft.legs, ended.at);

  return {
    ...known,
    direction,
    phase: draft.phase,
    isQueued: draft.isQueued && !ended,
    from: draft.from,
    to: draft.to,
    line: draft.line,
    answeredAt,
    endedAt: ended?.at ?? null,
    cause: ended?.cause ?? null,
    endedBy: ended?.by ?? null,
    isMissed: isMissed({ direction, hasEnded: ended !== null, wasAnswered: answeredAt !== null, cause: ended?.cause ?? null }),
    dialledBy: draft.dialledBy,
    operators: draft.operators,
    holder: ended ? (draft.operators.at(-1) ?? null) : draft.holder,
    legs: [...draft.legs.values()],
    transfers: draft.transfers,
    waitSeconds: secondsBetween(known.startedAt, answeredAt ?? until),
    talkSeconds: answeredAt ? secondsBetween(answeredAt, until) : 0,
  };
}

// What the database's integers hold; no call lasts 68 years.
const MAX_SECONDS = 2 ** 31 - 1;

/** Whole seconds, never negative: the PBX's clock may jump (R11). */
function secondsBetween(from: Date, to: Date): number {
  const seconds = Math.round((to.getTime() - from.getTime()) / 1000);
  return Math.min(MAX_SECONDS, Math.max(0, seconds));
}
