import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { providerIdOf } from './answers.ts';
import { twilioReportCause } from './twilio.ts';
import type { SmsReport } from './types.ts';

/**
 * Whether a post is Twilio's: the address it was sent to, then all fields by name, signed with the account's token. Behind a proxy Twilio may
 * have signed the address with its port, or without.
 */
export function isTwilioSigned(url: string, fields: URLSearchParams, signature: string | null, token: string): boolean {
  if (!signature) return false;
  const names = [...new Set(fields.keys())].sort();
  const said = names.map((name) => name + [...new Set(fields.getAll(name))].sort().join('')).join('');
  const given = Buffer.from(signature);
  return [url, withPort(url)].some((address) => {
    const expected = Buffer.from(
      createHmac('sha1', token)
        .update(address + said, 'utf8')
        .digest('base64'),
    );
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
}

function withPort(url: string): string {
  const { protocol, host, port, pathname, search } = new URL(url);
  return `${protocol}//${host}${port ? '' : protocol === 'https:' ? ':443' : ':80'}${pathname}${search}`;
}

const Fields = z.object({ MessageSid: z.string().optional(), MessageStatus: z.string(), ErrorCode: z.coerce.number().catch(0) });
const SAID: Record<string, SmsReport['said']> = {
  sent: 'sent',
  delivered: 'delivered',
  // What is read has arrived.
  read: 'delivered',
  undelivered: 'undelivered',
  failed: 'undelivered',
  canceled: 'undelivered',
};

/** Null for what is no news, such as that it waits at Twilio. `smsId` stands in the address that was given to Twilio with the message. */
export function readTwilioReport(smsId: string | null, fields: URLSearchParams): SmsReport | null {
  const read = Fields.safeParse(Object.fromEntries(fields));
  const said = read.success ? SAID[read.data.MessageStatus] : undefined;
  if (!read.success || !said) return null;
  const cause = said === 'undelivered' ? twilioReportCause(read.data.ErrorCode) : null;
  return { smsId, providerId: providerIdOf(read.data.MessageSid), said, cause };
}
