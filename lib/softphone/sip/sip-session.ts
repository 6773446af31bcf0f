import type { Offer, Renegotiated } from './negotiation.ts';
import type { RefusalCause } from './refusal-cause.ts';
import type { SipAccount } from './sip-account.ts';
import type { RegistrationProblem } from './sip-state.ts';

/** One call of the SIP phone, without SIP's own words. */
export type SipSession = {
  readonly id: string;
  readonly direction: 'incoming' | 'outgoing';
  /** Of X-Offhook-Call. */
  readonly pbxCallId: string | null;
  phase(): 'ringing' | 'answering' | 'dialling' | 'talking' | 'ended';
  /** The other side: the one that the PBX asserts, else the one that called or was called. */
  identity(): { number: string; name: string };
  accept(): Promise<void>;
  /** Ends it in whichever way its phase asks for: 603, CANCEL or BYE; one that was never sent is forgotten. */
  end(): Promise<void>;
  /** A re-INVITE: settles once it is over, with `refused` also where nobody answered. One at a time. */
  renegotiate(offer: Offer): Promise<Renegotiated>;
  /** REFER: true once the PBX has taken the call off us, which ends it here, also where that comes later than anybody waits. */
  refer(to: string | SipSession): Promise<boolean>;
  sendDigit(digit: string): boolean;
  peer(): RTCPeerConnection | undefined;
};

/** What the phone tells, and asks for a microphone. */
export type SipListener = {
  onRegistration(problem: RegistrationProblem | 'none'): void;
  /**
   * Registered again after a loss, by a new connection; or the one there was still answers, after a nudge. The ways to and from the PBX
   * may have changed, and it hears of that now.
   */
  onBack(isNewConnection: boolean): void;
  onIncoming(session: SipSession): void;
  onAnswered(session: SipSession): void;
  onIdentified(session: SipSession): void;
  /** Whom one called did not take the call. */
  onRefused(session: SipSession, cause: RefusalCause): void;
  onEnded(session: SipSession): void;
  onSound(session: SipSession, stream: MediaStream): void;
  openMicrophone(session: SipSession): Promise<MediaStream>;
};

export type SipLine = {
  isConnected(): boolean;
  /** `number` is dialable; `presents` the number that the called side is to see. */
  dial(number: string, presents: string | null): SipSession;
  invite(session: SipSession): Promise<void>;
  /** The network changed or the computer woke up: look at once, and tell when the PBX has answered. */
  nudge(): void;
  stop(): Promise<void>;
};

/** Each call reads the `iceServers` of the account anew: whoever opens the line keeps them fresh, since a TURN login runs out. */
export type OpenSipLine = (account: SipAccount, listener: SipListener) => SipLine;
