import type { PhoneStatus } from '../users/types.ts';
import type { PhoneState } from './phone-state.ts';
import type { RegistrationProblem, SipState } from './sip/sip-state.ts';
import { type PhoneDeed, whatPhoneCan } from './what-phone-can.ts';

export type Connection = 'connected' | 'connecting' | 'notConnected';
/** A key under `phone.disabled`: why no call can be made now. */
export type NoCallReason = 'noPhone' | 'notConnected' | 'connecting' | RegistrationProblem;
/** A key under `phone.disabled`: why one thing cannot be done at the desk. */
export type WhyNot = NoCallReason | 'usePhoneKeys' | 'useApplication';

/** What callability depends on; `sip` is null where no phone of this browser is at work. */
export type PhoneSituation = {
  link: PhoneState['link'];
  phone: PhoneStatus | null;
  sip: Pick<SipState, 'registration' | 'problem'> | null;
};

/**
 * What Phone status says. A phone of this browser knows it first hand, whatever the line to our server does; of any other, while
 * that line is down, nobody knows better than "connecting".
 */
export function connectionOf({ link, phone, sip }: PhoneSituation): Connection {
  if (sip) return CONNECTIONS[sip.registration];
  if (phone?.kind === 'none') return 'notConnected';
  // Another application makes the calls, whatever the state of this page (S0.3, S2.9).
  if (phone?.kind === 'application') return 'connected';
  if (phone?.kind === 'sip') return 'connecting';
  if (link !== 'live' || phone === null) return 'connecting';
  return phone.isRegistered ? 'connected' : 'notConnected';
}

const CONNECTIONS = { registered: 'connected', connecting: 'connecting', refused: 'notConnected' } as const;

/** Why the phone can make no calls now (S0.3, S0.3a); null when it can. */
export function whyNoCalls(state: PhoneSituation): NoCallReason | null {
  if (state.sip?.problem) return state.sip.problem;
  if (state.phone?.kind === 'none' && !state.sip) return state.phone.lacksLogin ? 'noLogin' : 'noPhone';
  const connection = connectionOf(state);
  return connection === 'connected' ? null : connection;
}

/** Why the button of a deed is disabled; null when it works. */
export function whyNot(state: PhoneSituation, deed: PhoneDeed): WhyNot | null {
  if (!whatPhoneCan(state)[deed]) return state.phone?.kind === 'application' ? 'useApplication' : 'usePhoneKeys';
  // The microphone needs no connection (S0.7a).
  return deed === 'pause' ? null : whyNoCalls(state);
}
