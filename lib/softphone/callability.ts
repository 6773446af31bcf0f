import type { PhoneStatus } from '../users/types.ts';
import type { PhoneState } from './phone-state.ts';

export type Connection = 'connected' | 'connecting' | 'notConnected';
/** A key under `phone.disabled`: why no call can be made now. */
export type NoCallReason = 'noPhone' | 'noLogin' | 'notConnected' | 'connecting';

/** What Phone status says. While the line to the server is down nobody knows better than "connecting". */
export function connectionOf({ link, phone }: Pick<PhoneState, 'link' | 'phone'>): Connection {
  if (phone?.kind === 'none') return 'notConnected';
  // Another application makes the calls, whatever the state of this page (S0.3, S2.9).
  if (phone?.kind === 'application') return 'connected';
  if (link !== 'live' || phone === null) return 'connecting';
  return phone.isRegistered ? 'connected' : 'notConnected';
}

/** Why the call buttons are disabled (S0.3, S0.3a); null when they work. */
export function whyNoCalls(state: { link: PhoneState['link']; phone: PhoneStatus | null }): NoCallReason | null {
  if (state.phone?.kind === 'none') return state.phone.lacksLogin ? 'noLogin' : 'noPhone';
  const connection = connectionOf(state);
  return connection === 'connected' ? null : connection;
}
