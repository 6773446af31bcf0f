import type { SipCall } from './sip-state.ts';

/** A call at the browser's phone, for tests: an unknown caller rings. */
export function buildSipCall(facts: Partial<SipCall> = {}): SipCall {
  return {
    id: 'sip-1',
    pbxCallId: 'pbx-call-1',
    direction: 'incoming',
    phase: 'ringing',
    isHeld: false,
    isMuted: false,
    isSounding: false,
    number: '600199999',
    name: '',
    startedAtMs: Date.parse('2026-11-22T15:02:00.000Z'),
    answeredAtMs: null,
    ...facts,
  };
}
