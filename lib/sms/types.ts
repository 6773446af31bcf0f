import type { postOutside } from '../outgoing/post-outside.ts';
import type { SmsCause } from './causes.ts';

export const SMS_PROVIDERS = ['twilio', 'smsapi', 'http'] as const;
export type SmsProviderName = (typeof SMS_PROVIDERS)[number];

export const SMS_STATES = ['queued', 'sending', 'sent', 'delivered', 'undelivered', 'failed'] as const;
export type SmsState = (typeof SMS_STATES)[number];

/** A message as a provider takes it. `id` is ours, the same in every attempt. */
export type OutgoingSms = { id: string; to: string; text: string };

/**
 * What came of handing a message over.
 * - `taken`: the provider has it; `providerId` is what it calls it, where it said so.
 * - `refused`: never, as it is.
 * - `notTaken`: not now; it can be tried again without sending it twice.
 * - `uncertain`: it went out and no answer came that can be read: the provider may have it.
 */
export type SmsOutcome =
  | { kind: 'taken'; providerId: string | null }
  | { kind: 'refused' | 'notTaken'; cause: SmsCause }
  | { kind: 'uncertain'; cause: SmsCause };

/** What sending SMS takes, whoever does it. */
export type SmsGateway = {
  name: SmsProviderName;
  /** A message with an id that it has taken before is not sent again: what is uncertain can be tried again. */
  dropsRepeats: boolean;
  send: (message: OutgoingSms, post: SmsPost) => Promise<SmsOutcome>;
};

export type SmsPost = typeof postOutside;

/** What a provider says later about a message, which it names by our id or by its own. */
export type SmsReport = {
  smsId: string | null;
  providerId: string | null;
  said: 'sent' | 'delivered' | 'undelivered';
  cause: SmsCause | null;
};

/** How a provider is reached, with its secret as it is. */
export type SmsAccess = {
  provider: SmsProviderName;
  sender: string;
  accountSid: string;
  url: string;
  body: string;
  secretHeader: string;
  idPath: string;
  dropsRepeats: boolean;
  secret: string;
  reportSecret: string;
};
