import { done } from '../action-result.ts';
import type { Phone } from './phone.ts';

/** Two presses that are nearer to each other than this were one intention: a double click, a key that bounced. */
const SLIP_MS = 700;

/**
 * A call that ends makes room for the next, and its button and key then mean that one: a second press of the same moment would hang
 * up on somebody who is being talked to. It is let go by, whichever button, key or notification it came from. Whoever began or
 * took a call in between means what they press now.
 */
export function guardAgainstSlips(nowMs: () => number): (phone: Phone) => Phone {
  let last: { callId: string; atMs: number } | null = null;

  const guarded =
    (end: Phone['hangUp']): Phone['hangUp'] =>
    async (callId) => {
      const atMs = nowMs();
      if (last && last.callId !== callId && atMs - last.atMs < SLIP_MS) return done;
      last = { callId, atMs };
      return end(callId);
    };

  const meant =
    <Asked extends unknown[], Answer>(act: (...asked: Asked) => Answer) =>
    (...asked: Asked): Answer => {
      last = null;
      return act(...asked);
    };

  return (phone) => ({
    ...phone,
    reject: guarded(phone.reject),
    hangUp: guarded(phone.hangUp),
    answer: meant(phone.answer),
    dial: meant(phone.dial),
    consult: meant(phone.consult),
    resume: meant(phone.resume),
  });
}
