/** Whom a number belongs to, as the dialer names them before anything is dialled. */
export type Owner =
  | { kind: 'customer' | 'driver'; id: string; name: string }
  | { kind: 'colleague'; name: string }
  | { kind: 'several'; count: number };

/** Why what was typed cannot be dialled. */
export type NumberFault = { kind: 'unreadable' | 'tooLong' | 'tooShort' | 'unknown' } | { kind: 'missingDigits'; count: number };

/** What was typed, read by the server. `number` is what the phone is given: E.164, or an extension. */
export type Dialled =
  | { kind: 'callable'; number: string; display: string; owner: Owner | null }
  | { kind: 'faulty'; fault: NumberFault };

/** One number this user spoke with lately, or tried to. */
export type LastNumber = {
  number: string;
  display: string;
  direction: 'inbound' | 'outbound' | 'internal';
  /** ISO. */
  at: string;
  owner: Owner | null;
};
