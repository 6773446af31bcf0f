import type { ActionResult } from '../action-result.ts';

/**
 * What the desk asks of a phone, whichever it is. The practice phone acts on the call at the server as a PBX would;
 * a SIP phone acts in the browser. Both only start something: what happened comes back as facts of the call.
 */
export type Phone = {
  answer(callId: string): Promise<ActionResult>;
  reject(callId: string): Promise<ActionResult>;
  hangUp(callId: string): Promise<ActionResult>;
  setHeld(callId: string, held: boolean): Promise<ActionResult>;
  /** Local: the other side hears silence, nobody is told (S0.7a). */
  setMuted(callId: string, muted: boolean): void;
  sendDigit(callId: string, digit: string): Promise<ActionResult>;
  /** `about` ties the call to the delivery it was started from. */
  dial(number: string, about?: { deliveryId: string }): Promise<ActionResult<{ callId: string }>>;
};
