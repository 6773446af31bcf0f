import { done } from '../action-result.ts';
import type { Phone } from './phone.ts';

/** Two presses that are nearer to each other than this were one intention: a double click, a key that bounced. */
const SLIP_MS = 700;

/**
 * A call that ends makes room for the next, and its button and key then mean that one: a second press of the same moment would hang
 * up on somebody who is being talked to. It is let go by, whichever button, key or notification it came from.
 */
export function guardAgainstSlips(nowMs: () => number): (phone: Phone) => Phone {
  let last = { callId: '', atMs: Number.NEGATIVE_INFINITY };

  const guarded =
    (end: Phone['hangUp']): Phone['hangUp'] =>
    async (callId) => {
      const atMs = nowMs();
      if (last.callId !== callId && atMs - last.atMs < SLIP_MS) return done;
      last = { callId, atMs };
      return end(callId);
    };

  return (phone) => ({ ...phone, reject: guarded(phone.reject), hangUp: guarded(phone.hangUp) });
}
