import type { RefusalCause } from './refusal-cause.ts';

// One browser's SIP phone. Registration and calls know nothing of each other: a call outlives a lost websocket, for its sound
// goes another way.
//
//  connecting ──> registered          ringing ──answered──> talking <──> held
//      ^ └──> refused  │                 │                     │
//      └────────lost───┘              dialling ──answered──────┘        ended: the call leaves the list

/** Why the phone is not registered: a key under `phone.registration`. */
export type RegistrationProblem = 'unreachable' | 'loginRefused' | 'serverRefused' | 'noLogin';

/** A call as this phone knows it, whatever the server knows. */
export type SipCall = {
  id: string;
  /** What the PBX calls the conversation (header X-Offhook-Call); null where it does not say. */
  pbxCallId: string | null;
  direction: 'incoming' | 'outgoing';
  phase: 'ringing' | 'dialling' | 'talking';
  isHeld: boolean;
  isMuted: boolean;
  /** Something has been heard of it: the other side, or a tone or announcement of the PBX before they answer. */
  isSounding: boolean;
  /** The other side as SIP names it; after a transfer the one that the PBX asserts (S3.5). */
  number: string;
  name: string;
  startedAtMs: number;
  answeredAtMs: number | null;
};

export type SipState = {
  registration: 'connecting' | 'registered' | 'refused';
  problem: RegistrationProblem | null;
  calls: readonly SipCall[];
  /** The call that the operator talks in, or waits in for somebody to answer; it stays so on hold until another is. */
  focus: string | null;
  /** The call that was dialled last, where it came to nothing; until the next one is dialled. */
  unreached: { id: string; number: string; cause: RefusalCause } | null;
};

export type SipEvent =
  | { type: 'registered' }
  | { type: 'unregistered'; problem: RegistrationProblem | null }
  | { type: 'began'; call: Omit<SipCall, 'isHeld' | 'isMuted' | 'isSounding' | 'answeredAtMs'> }
  | { type: 'answered'; id: string; atMs: number }
  | { type: 'held'; id: string; isHeld: boolean }
  | { type: 'muted'; id: string; isMuted: boolean }
  | { type: 'sounding'; id: string }
  | { type: 'identified'; id: string; number: string; name: string }
  | { type: 'refused'; id: string; number: string; cause: RefusalCause }
  | { type: 'focused'; id: string | null }
  | { type: 'ended'; id: string };

export const initialSipState: SipState = { registration: 'connecting', problem: null, calls: [], focus: null, unreached: null };

export function nextSipState(state: SipState, event: SipEvent): SipState {
  switch (event.type) {
    case 'registered':
      return { ...state, registration: 'registered', problem: null };
    case 'unregistered':
      return { ...state, registration: isFinal(event.problem) ? 'refused' : 'connecting', problem: event.problem };
    case 'refused':
      return { ...state, unreached: { id: event.id, number: event.number, cause: event.cause } };
    case 'began':
      return {
        ...state,
        unreached: event.call.direction === 'outgoing' ? null : state.unreached,
        calls: [...state.calls, { ...event.call, isHeld: false, isMuted: false, isSounding: false, answeredAtMs: null }],
      };
    case 'answered':
      return change(state, event.id, (call) => ({ ...call, phase: 'talking', answeredAtMs: call.answeredAtMs ?? event.atMs }));
    case 'held':
      return change(state, event.id, (call) => ({ ...call, isHeld: event.isHeld }));
    case 'muted':
      return change(state, event.id, (call) => ({ ...call, isMuted: event.isMuted }));
    case 'sounding':
      return change(state, event.id, (call) => ({ ...call, isSounding: true }));
    case 'identified':
      return change(state, event.id, (call) => ({ ...call, number: event.number, name: event.name }));
    case 'focused':
      return { ...state, focus: event.id };
    case 'ended':
      return { ...state, calls: state.calls.filter((call) => call.id !== event.id) };
  }
}

/** A refused login does not heal by itself; a server that is away does. */
function isFinal(problem: RegistrationProblem | null): boolean {
  return problem !== null && problem !== 'unreachable';
}

function change(state: SipState, id: string, to: (call: SipCall) => SipCall): SipState {
  return { ...state, calls: state.calls.map((call) => (call.id === id ? to(call) : call)) };
}
