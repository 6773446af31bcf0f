export const ROLES = ['venue', 'operator', 'manager', 'supervisor', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** What Answer opens for a user, as they chose it. */
export type IncomingCallAction = 'open_delivery' | 'register_inquiry' | 'open_call_window' | 'nothing';

/** Those that a user can choose by now (S3.1): the call window joins with its own issue. */
export const CHOSEN_ACTIONS = ['nothing', 'open_delivery', 'register_inquiry'] as const satisfies readonly IncomingCallAction[];

/** What a user can call with (S2.1, S2.9). */
export const CALLS_WITH = ['browser', 'desk_phone', 'application'] as const;
export type CallsWith = (typeof CALLS_WITH)[number];

/**
 * A user's active phone. `sip` lives in the browser, `desk_phone` on the desk; both are registered when the PBX says so, and a
 * practice phone until it says otherwise. `application`: numbers are handed over as `tel:` links (S2.9).
 */
export type PhoneStatus =
  /** `lacksLogin`: there is an account, but no login or no password to connect with (S0.1). */
  | { kind: 'none'; lacksLogin?: true }
  | { kind: 'practice' | 'sip'; extension: string; isRegistered: boolean }
  /** `takesNoOrders`: its PBX only tells what happens at it. */
  | { kind: 'desk_phone'; extension: string; isRegistered: boolean; takesNoOrders?: true }
  | { kind: 'application'; extension: string | null };
