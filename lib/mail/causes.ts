/** Why a mail did not go; each has its words under `mailCauses` in messages/*.json. */
export const MAIL_CAUSES = [
  'notSetUp',
  'credentialsRefused',
  'rejected',
  'throttled',
  'untrusted',
  'timedOut',
  'unreachable',
  'notAllowed',
] as const;
export type MailCause = (typeof MAIL_CAUSES)[number];

export function mailCauseOf(word: string | null): MailCause | null {
  return MAIL_CAUSES.find((each) => each === word) ?? null;
}
