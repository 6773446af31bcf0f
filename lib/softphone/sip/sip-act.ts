import type { ActionResult } from '../../action-result.ts';
import type { SipCalls } from './sip-calls.ts';

/** What any tab may ask of the one that holds the phone. `id` is the phone's own of a call. */
export type SipAct =
  | { act: 'answer'; id: string }
  | { act: 'reject'; id: string }
  | { act: 'hangUp'; id: string }
  | { act: 'setHeld'; id: string; isHeld: boolean }
  | { act: 'setMuted'; id: string; isMuted: boolean }
  | { act: 'sendDigit'; id: string; digit: string }
  | { act: 'dial'; number: string; presents: string | null }
  | { act: 'transfer'; id: string; to: string }
  | { act: 'completeTransfer'; id: string; consultId: string };

/** `id` is that of the call an act was about, or began. */
export type SipAnswer = ActionResult<{ id: string }>;

export async function performAct(calls: SipCalls, asked: SipAct): Promise<SipAnswer> {
  if (asked.act === 'dial') return calls.dial(asked.number, asked.presents);

  const answer = await perform(calls, asked);
  return answer.ok ? { ok: true, data: { id: asked.id } } : answer;
}

function perform(calls: SipCalls, asked: Exclude<SipAct, { act: 'dial' }>): Promise<ActionResult> {
  switch (asked.act) {
    case 'answer':
      return calls.answer(asked.id);
    case 'reject':
      return calls.reject(asked.id);
    case 'hangUp':
      return calls.hangUp(asked.id);
    case 'setHeld':
      return calls.setHeld(asked.id, asked.isHeld);
    case 'setMuted':
      return calls.setMuted(asked.id, asked.isMuted);
    case 'sendDigit':
      return calls.sendDigit(asked.id, asked.digit);
    case 'transfer':
      return calls.transfer(asked.id, asked.to);
    case 'completeTransfer':
      return calls.completeTransfer(asked.id, asked.consultId);
  }
}
