import { buildSipAccount } from './build-sip-account.ts';
import { createFakeLine } from './fake-line.ts';
import type { Renegotiated } from './negotiation.ts';
import { createSipCalls } from './sip-calls.ts';
import { initialSipState, nextSipState } from './sip-state.ts';

/** For tests: the calls of a phone on a SIP line without SIP, and what they look and sound like. */
export function buildSipCalls() {
  const line = createFakeLine();
  let state = initialSipState;
  const phone = createSipCalls(buildSipAccount(), {
    openLine: line.openLine,
    audio: line.audio,
    nowMs: () => 1_000,
    tell: (event) => {
      state = nextSipState(state, event);
    },
  });

  return {
    line,
    phone,
    state: () => state,
    phases: () => state.calls.map(({ id, phase, isHeld }) => `${id} ${isHeld ? 'held' : phase}`),
    shown: () => state.calls.map(({ id, isHeld, isMuted }) => `${id} ${isHeld ? 'held' : isMuted ? 'paused' : 'heard'}`),
    sounds: () => state.calls.map(({ id }) => `${id} ${line.sound(id)}`),

    /** Somebody rings, and is answered. */
    async talking(): Promise<string> {
      const id = line.ring();
      await phone.answer(id);
      return id;
    },

    async dialled(number = '600100102'): Promise<string> {
      const answer = await phone.dial(number, null);
      return answer.ok ? answer.data.id : '';
    },

    /** The PBX is slow: what is asked of a call is answered when the test says so. */
    isSlow(id: string): (outcome: Renegotiated) => void {
      let settle: (outcome: Renegotiated) => void = () => undefined;
      line.renegotiates(
        id,
        new Promise((resolve) => {
          settle = resolve;
        }),
      );
      return (outcome) => {
        line.renegotiates(id, outcome);
        settle(outcome);
      };
    },
  };
}
