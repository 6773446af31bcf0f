/** Why a message did not go, or did not arrive; each has its words under `smsCauses` in messages/*.json. */
export const SMS_CAUSES = [
  // The provider said no, for good.
  'numberRefused',
  'optedOut',
  'noCredit',
  'credentialsRefused',
  'senderRefused',
  'textRefused',
  'rejected',
  // It may be different in a moment.
  'throttled',
  'unavailable',
  'addressRefused',
  'hostUnknown',
  'timedOut',
  'untrusted',
  'unreachable',
  // It went out, and what became of it is not known.
  'uncertain',
  // No provider is set up, or its secret cannot be read.
  'notSetUp',
  // Nobody is there any more to send it to.
  'forgotten',
  // Delivery reports.
  'notDelivered',
  'expired',
] as const;
export type SmsCause = (typeof SMS_CAUSES)[number];

export function smsCauseOf(word: string | null | undefined): SmsCause | null {
  return SMS_CAUSES.find((each) => each === word) ?? null;
}
