import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { requireSecret } from '../env.ts';

const IV_BYTES = 12;
const TAG_BYTES = 16;
const VERSION = 'v1';

function key(): Buffer {
  return Buffer.from(hkdfSync('sha256', requireSecret(), '', 'offhook/pbx-secrets', 32));
}

/** Encrypts a PBX secret or password for the database: AES-256-GCM under a key derived from OFFHOOK_SECRET. */
export function seal(text: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key(), iv);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return `${VERSION}.${Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')}`;
}

/** Throws when the text was changed, or sealed under another OFFHOOK_SECRET. */
export function unseal(sealed: string): string {
  const [version, body] = sealed.split('.');
  if (version !== VERSION || !body) throw new Error('Not a sealed secret.');

  const bytes = Buffer.from(body, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', key(), bytes.subarray(0, IV_BYTES));
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8');
}
