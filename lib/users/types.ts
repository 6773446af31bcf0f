export const ROLES = ['venue', 'operator', 'manager', 'supervisor', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** What Answer opens for a user, as they chose it. */
export type IncomingCallAction = 'open_delivery' | 'register_inquiry' | 'open_call_window' | 'nothing';

/** `unregistered` only when the PBX said so; a practice phone is registered while a desk page is open. */
export type PhoneStatus = { kind: 'none' } | { kind: 'practice' | 'sip'; extension: string; isRegistered: boolean };
