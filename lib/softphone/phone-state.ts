import { CARD_FACTS, type CardFact } from '../caller-card/facts.ts';
import type { CallerCard, CallFacts, DeskCall } from '../caller-card/types.ts';
import type { DeskSnapshot } from '../realtime/events.ts';
import type { PhoneStatus } from '../users/types.ts';

//  asking ──snapshot──> live      Facts that arrive while the snapshot is on its way are newer than it in parts,
//    ^                    │       so they are kept and told again on top of it.
//    └──── connected ─────┘       A call's higher version always wins: news that come late bring no ended call back.
//  Any state ──lost──> lost

export type PhoneState = {
  link: 'lost' | 'asking' | 'live';
  /** Null before the first snapshot. */
  phone: PhoneStatus | null;
  /** Calls that this browser heard of and that run, whoever has them now. */
  calls: Readonly<Record<string, DeskCall>>;
  /** Versions of ended calls: what comes late about one is ignored. */
  ended: Readonly<Record<string, number>>;
  /** The call that this user dialled last, where it ended without an answer; until another begins. */
  unreached: DeskCall | null;
  /** What was heard since a snapshot was asked for; null while none is on its way. */
  sinceAsked: readonly CallEvent[] | null;
  /** A call of mine was heard of whose card is missing: only a snapshot brings it. */
  needsSnapshot: boolean;
  /** What the caller card shows, in its order (S1.2). */
  cardFacts: readonly CardFact[];
  /** Server time minus this browser's, in milliseconds. */
  clockOffsetMs: number;
};

type CallEvent =
  | { type: 'ringing'; call: DeskCall }
  | { type: 'changed'; call: CallFacts; me: string }
  | { type: 'card'; callId: string; card: CallerCard };

export type PhoneEvent =
  | CallEvent
  | { type: 'asked' }
  | { type: 'snapshot'; snapshot: DeskSnapshot; receivedAtMs: number }
  | { type: 'phone'; phone: PhoneStatus }
  | { type: 'lost' };

const ENDED_CALLS_KEPT = 200;

export const initialPhoneState: PhoneState = {
  link: 'lost',
  phone: null,
  calls: {},
  ended: {},
  unreached: null,
  sinceAsked: null,
  needsSnapshot: false,
  cardFacts: CARD_FACTS,
  clockOffsetMs: 0,
};

export function nextPhoneState(state: PhoneState, event: PhoneEvent): PhoneState {
  switch (event.type) {
    case 'lost':
      return { ...state, link: 'lost', sinceAsked: null };
    case 'asked':
      return { ...state, link: state.link === 'live' ? 'live' : 'asking', sinceAsked: [], needsSnapshot: false };
    case 'phone':
      return { ...state, phone: event.phone };
    case 'snapshot':
      return afterSnapshot(state, event.snapshot, event.receivedAtMs);
    case 'ringing':
    case 'changed':
    case 'card':
      return heard({ ...state, sinceAsked: state.sinceAsked && [...state.sinceAsked, event] }, event);
  }
}

/** The snapshot is the whole truth of its moment: calls it does not name are over, or nobody's business here. */
function afterSnapshot(state: PhoneState, snapshot: DeskSnapshot, receivedAtMs: number): PhoneState {
  const fresh: PhoneState = {
    ...state,
    link: 'live',
    phone: snapshot.phone,
    calls: {},
    needsSnapshot: false,
    cardFacts: snapshot.cardFacts,
    clockOffsetMs: Date.parse(snapshot.now) - receivedAtMs,
  };
  const told: CallEvent[] = snapshot.calls.map((call) => ({ type: 'ringing', call }));

  return { ...[...told, ...(state.sinceAsked ?? [])].reduce(heard, fresh), sinceAsked: null };
}

function heard(state: PhoneState, event: CallEvent): PhoneState {
  if (event.type === 'card') return withCard(state, event.callId, event.card);
  const { call } = event;
  const known = state.calls[call.callId];
  if (call.version <= (state.ended[call.callId] ?? -1)) return state;
  if (known && call.version < known.version) return state;

  if (call.phase === 'ended') return withoutCall(state, call);
  if (event.type === 'ringing') return withCall(state, event.call);
  if (known) return withCall(state, { ...event.call, card: known.card });
  return concerns(event.call, event.me) ? { ...state, needsSnapshot: true } : state;
}

function withCall(state: PhoneState, call: DeskCall): PhoneState {
  const isNew = !state.calls[call.callId];
  return { ...state, calls: { ...state.calls, [call.callId]: call }, unreached: isNew ? null : state.unreached };
}

/** Of a call that is not here, or no longer, the card is nobody's business. */
function withCard(state: PhoneState, callId: string, card: CallerCard): PhoneState {
  const call = state.calls[callId];
  return call ? { ...state, calls: { ...state.calls, [callId]: { ...call, card } } } : state;
}

function withoutCall(state: PhoneState, facts: CallFacts): PhoneState {
  const { callId, version } = facts;
  const { [callId]: known, ...calls } = state.calls;
  const ended = Object.entries({ ...state.ended, [callId]: version }).slice(-ENDED_CALLS_KEPT);
  const unreached = known && isUnreached(facts) ? { ...facts, card: known.card } : state.unreached;
  return { ...state, calls, ended: Object.fromEntries(ended), unreached };
}

/** One that its caller gave up needs no word. */
function isUnreached({ direction, answeredAt, cause }: CallFacts): boolean {
  return direction === 'outbound' && answeredAt === null && cause !== null && cause !== 'caller_cancelled' && cause !== 'lost';
}

function concerns(call: CallFacts, me: string): boolean {
  return stateAt(call, me) !== null;
}

/** What a call is at one user's phone; null when that phone has no part in it. */
export function stateAt(call: CallFacts, userId: string): 'ringing' | 'dialling' | 'talking' | 'held' | null {
  if (call.phase === 'ended') return null;

  const isMine = call.operator?.userId === userId;
  if (isMine && (call.phase === 'talking' || call.phase === 'held')) return call.phase;
  if (isMine && call.direction !== 'inbound') return 'dialling';
  if (call.ringing.some((operator) => operator.userId === userId)) return 'ringing';
  return null;
}

/** Calls that ring at this user, the longest waiting first. */
export function ringingAt(state: PhoneState, userId: string): DeskCall[] {
  return inOrder(state).filter((call) => stateAt(call, userId) === 'ringing');
}

export type CallAtPhone = { call: DeskCall; phase: 'dialling' | 'talking' | 'held' };

/** Calls this user dials or talks on: the one with the sound on first. */
export function currentOf(state: PhoneState, userId: string): CallAtPhone[] {
  const calls = inOrder(state).flatMap((call) => {
    const phase = stateAt(call, userId);
    return phase === null || phase === 'ringing' ? [] : [{ call, phase }];
  });

  return calls.toSorted((a, b) => Number(a.phase === 'held') - Number(b.phase === 'held'));
}

function inOrder(state: PhoneState): DeskCall[] {
  return Object.values(state.calls).toSorted(
    (a, b) => a.startedAt.localeCompare(b.startedAt) || a.callId.localeCompare(b.callId),
  );
}
