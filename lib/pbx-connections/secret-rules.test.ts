import { expect, test } from 'vitest';
import { missingSecret } from './secret-rules.ts';

const typed = { amiHost: 'pbx.test', amiPort: 5038, amiTls: false, turnUrl: '' };
const stored = { amiHost: 'pbx.test', amiPort: 5038, amiTls: false, hasTurnSecret: false };

test('a new server needs its secret, a stored one keeps it', () => {
  expect(missingSecret(typed, null)).toBe('amiSecretMissing');
  expect(missingSecret({ ...typed, amiSecret: 's' }, null)).toBeNull();
  expect(missingSecret(typed, stored)).toBeNull();
});

test('[R34] the stored secret is not sent anywhere else, nor in the clear where it was not', () => {
  for (const elsewhere of [{ amiHost: 'evil.test' }, { amiPort: 5039 }, { amiTls: true }]) {
    expect(missingSecret({ ...typed, ...elsewhere }, stored)).toBe('amiSecretAgain');
    expect(missingSecret({ ...typed, ...elsewhere, amiSecret: 's' }, stored)).toBeNull();
  }
});

test('a TURN server needs its secret', () => {
  const turn = { ...typed, turnUrl: 'turn:t.test' };
  expect(missingSecret(turn, stored)).toBe('turnSecretMissing');
  expect(missingSecret({ ...turn, turnSecret: 's' }, stored)).toBeNull();
  expect(missingSecret(turn, { ...stored, hasTurnSecret: true })).toBeNull();
});
