import { postOutside } from '../outgoing/post-outside.ts';
import { readSmsAccess } from './access.ts';
import { gatewayOf } from './gateway.ts';
import type { OutgoingSms, SmsOutcome } from './types.ts';

/** Null without a provider. */
export async function sendTestMessage(message: OutgoingSms, publicUrl: string): Promise<SmsOutcome | null> {
  const access = await readSmsAccess();
  return access && gatewayOf(access, publicUrl).send(message, postOutside);
}
