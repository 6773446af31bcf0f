type Typed = {
  amiHost: string;
  amiPort: number;
  amiTls: boolean;
  amiSecret?: string | undefined;
  turnUrl: string;
  turnSecret?: string | undefined;
};
type Stored = { amiHost: string; amiPort: number; amiTls: boolean; hasTurnSecret: boolean };

export type SecretFault = 'amiSecretMissing' | 'amiSecretAgain' | 'turnSecretMissing';

/**
 * Which secret is not there, or null. The stored one is only ever sent where it was meant for: whoever typed another address could
 * otherwise have it sent to themselves, and so read what is written only.
 */
export function missingSecret(typed: Typed, stored: Stored | null): SecretFault | null {
  if (!typed.amiSecret && !stored) return 'amiSecretMissing';
  if (!typed.amiSecret && stored && isElsewhere(typed, stored)) return 'amiSecretAgain';
  return typed.turnUrl !== '' && !typed.turnSecret && !stored?.hasTurnSecret ? 'turnSecretMissing' : null;
}

function isElsewhere(typed: Typed, stored: Stored): boolean {
  return typed.amiHost !== stored.amiHost || typed.amiPort !== stored.amiPort || typed.amiTls !== stored.amiTls;
}
