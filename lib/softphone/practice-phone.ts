import type { ActionResult } from '../action-result.ts';
import type { Phone } from './phone.ts';

type CallAnswer = Promise<ActionResult<{ callId: string }>>;

/** The server actions of lib/softphone/actions.ts. */
export type CallActions = {
  answerCall(raw: { callId: string }): CallAnswer;
  rejectCall(raw: { callId: string }): CallAnswer;
  hangUpCall(raw: { callId: string }): CallAnswer;
  holdCall(raw: { callId: string; held: boolean }): CallAnswer;
  sendDigit(raw: { callId: string; digit: string }): CallAnswer;
  dialNumber(raw: { number: string; deliveryId?: string }): CallAnswer;
};

/**
 * The phone of the demo: it has no sound, its buttons act on the call at the server as a PBX would.
 * A request that never gets there is refused as `unavailable`, so that a button always has an answer to show.
 */
export function createPracticePhone(actions: CallActions): Phone {
  return {
    answer: (callId) => withoutData(() => actions.answerCall({ callId })),
    reject: (callId) => withoutData(() => actions.rejectCall({ callId })),
    hangUp: (callId) => withoutData(() => actions.hangUpCall({ callId })),
    setHeld: (callId, held) => withoutData(() => actions.holdCall({ callId, held })),
    // Nothing is heard through a practice phone, so there is nothing to silence: the desk keeps what the button shows.
    setMuted: () => undefined,
    sendDigit: (callId, digit) => withoutData(() => actions.sendDigit({ callId, digit })),
    dial: (number, about) => reaching(() => actions.dialNumber({ number, deliveryId: about?.deliveryId })),
  };
}

async function reaching(ask: () => CallAnswer): CallAnswer {
  try {
    return await ask();
  } catch {
    return { ok: false, reason: 'unavailable' };
  }
}

async function withoutData(ask: () => CallAnswer): Promise<ActionResult> {
  const answer = await reaching(ask);
  return answer.ok ? { ok: true, data: undefined } : answer;
}
