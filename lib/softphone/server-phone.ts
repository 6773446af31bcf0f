import { type ActionResult, done, isActionResult } from '../action-result.ts';
import type { ActAnswer } from './act-answer.ts';
import type { Phone } from './phone.ts';
import type { PhoneAct } from './schema.ts';

const ADDRESS = '/api/phone/acts';
// Long enough for a slow line, short enough that whoever waits with a ringing phone is told.
const ANSWER_TIMEOUT_MS = 8_000;

type Send = (address: string, request: RequestInit) => Promise<Response>;

/**
 * A phone that is not in this browser: the demo's practice phone, or a desk phone. Its buttons act on the call at the server. A press
 * that does not get there, or is not answered in time, is refused as `unavailable`, so that a button always has an answer to show.
 */
export function createServerPhone(send: Send = fetch): Phone {
  const ask = (act: PhoneAct) => askServer(send, act);

  return {
    answer: (callId) => withoutData(ask({ act: 'answer', callId })),
    reject: (callId) => withoutData(ask({ act: 'reject', callId })),
    hangUp: (callId) => withoutData(ask({ act: 'hangUp', callId })),
    setHeld: (callId, held) => withoutData(ask({ act: 'hold', callId, held })),
    // Only a practice phone is paused here, which has no microphone: the desk keeps what the button shows.
    setMuted: async () => done,
    sendDigit: (callId, digit) => withoutData(ask({ act: 'sendDigit', callId, digit })),
    dial: (number, options) => ask({ act: 'dial', number, ...options }),
    transfer: (callId, to) => withoutData(ask({ act: 'transfer', callId, to })),
    consult: (callId, to) => ask({ act: 'consult', callId, to }),
    completeTransfer: (callId, consultCallId) => withoutData(ask({ act: 'completeTransfer', callId, consultCallId })),
    resume: (callId) => withoutData(ask({ act: 'resume', callId })),
  };
}

async function askServer(send: Send, act: PhoneAct): Promise<ActAnswer> {
  try {
    const response = await send(ADDRESS, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(act),
      signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
    });
    const answer: unknown = await response.json();
    return isActionResult<{ callId: string }>(answer) ? answer : unavailable;
  } catch {
    return unavailable;
  }
}

const unavailable = { ok: false, reason: 'unavailable' } as const;

async function withoutData(asked: Promise<ActAnswer>): Promise<ActionResult> {
  const answer = await asked;
  return answer.ok ? { ok: true, data: undefined } : answer;
}
