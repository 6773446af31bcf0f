import { createHmac, hkdfSync } from 'node:crypto';
import { requireSecret } from '../env.ts';

const KEY_CHARACTERS = 22;

/**
 * What the audit calls a person whose data were exported or erased: the same for the same number, and of no use to whoever reads it without
 * OFFHOOK_SECRET.
 */
export function personKey(e164OrId: string): string {
  const key = Buffer.from(hkdfSync('sha256', requireSecret(), '', 'offhook/personal-data', 32));
  return createHmac('sha256', key).update(e164OrId).digest('base64url').slice(0, KEY_CHARACTERS);
}
