import type { ActionResult } from '../action-result.ts';

export type DialOptions = {
  /** Ties the call to the delivery it was started from. */
  deliveryId?: string;
  /** The line whose number is presented (S2.4); without it the PBX presents the user's own. */
  lineId?: string;
};

/**
 * What the desk asks of a phone, whichever it is. A practice phone and a desk phone are acted on at the server;
 * a SIP phone acts in the browser. Both only start something: what happened comes back as facts of the call.
 */
export type Phone = {
  answer(callId: string): Promise<ActionResult>;
  reject(callId: string): Promise<ActionResult>;
  hangUp(callId: string): Promise<ActionResult>;
  setHeld(callId: string, held: boolean): Promise<ActionResult>;
  /** Local: the other side hears silence, nobody is told (S0.7a). */
  setMuted(callId: string, muted: boolean): Promise<ActionResult>;
  sendDigit(callId: string, digit: string): Promise<ActionResult>;
  dial(number: string, options?: DialOptions): Promise<ActionResult<{ callId: string }>>;
  /** Blind: the call goes to the extension or number at once, and leaves this phone. */
  transfer(callId: string, to: string): Promise<ActionResult>;
  /** Holds the call and dials whom it may go to: a second call, answered with its id. */
  consult(callId: string, to: string): Promise<ActionResult<{ callId: string }>>;
  /** Attended: joins the two other sides and leaves both calls. Refused while nobody has answered the second. */
  completeTransfer(callId: string, consultCallId: string): Promise<ActionResult>;
  /** Brings a call that is up at the PBX, but in no browser any more, to this phone. */
  resume(callId: string): Promise<ActionResult>;
};
