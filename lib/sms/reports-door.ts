import { createHash, timingSafeEqual } from 'node:crypto';
import { env } from '../env.ts';
import { waitForEvents } from '../intake/rate-limit.ts';
import { type Post, readAtMost } from '../intake/read-body.ts';
import { noteRefusal } from '../intake/refusal-log.ts';
import { log } from '../log.ts';
import { readSmsAccess } from './access.ts';
import { announceSettled } from './announce.ts';
import { readHttpReports } from './http-service.ts';
import { findReported } from './outbox.ts';
import { settleSms } from './settle.ts';
import { readSmsapiReports } from './smsapi.ts';
import { isTwilioSigned, readTwilioReport } from './twilio-reports.ts';
import { SMS_PROVIDERS, type SmsAccess, type SmsReport } from './types.ts';

const MAX_BODY_BYTES = 64 * 1024;
const RATE = { perSecond: 50, burst: 500 };

export type ReportAnswer = { status: number; text: string };
/** `address`: path and question, as the provider was given them. */
export type ReportPost = Post & { address: string };

/** What a provider's delivery report is answered. Said again it changes nothing; of a message that is not ours it is taken and forgotten. */
export async function receiveSmsReport(name: string, post: ReportPost, now: Date): Promise<ReportAnswer> {
  const provider = SMS_PROVIDERS.find((each) => each === name);
  if (!provider) return { status: 404, text: 'There is no such provider.' };
  const bytes = await readAtMost(post, MAX_BODY_BYTES);
  if (!bytes) return { status: 413, text: `The body is larger than ${MAX_BODY_BYTES} bytes.` };
  if (waitForEvents(`sms-reports:${provider}`, 1, RATE) > 0)
    return { status: 429, text: 'Too many reports; the same may be repeated.' };

  try {
    const access = await readSmsAccess();
    const body = new TextDecoder().decode(bytes);
    const reports = access?.provider === provider ? readReports(access, post, body) : 'unsigned';
    if (reports === 'unsigned') {
      noteRefusal(`sms:${provider}`, 'wrong');
      return { status: 401, text: 'The key or the signature is missing or wrong.' };
    }
    if (!reports) return { status: 400, text: 'That is no delivery report.' };
    for (const report of reports) await keep(provider, report, now);
    return { status: 200, text: 'OK' };
  } catch (error) {
    log.error({ err: error, provider }, 'A delivery report could not be stored');
    return { status: 503, text: 'The database does not answer; the same report may be repeated.' };
  }
}

/** Null for what is no report. */
function readReports(access: SmsAccess, { address, headers }: ReportPost, body: string): SmsReport[] | null | 'unsigned' {
  const asked = new URL(address, env.publicUrl).searchParams;
  if (access.provider === 'twilio') {
    const fields = new URLSearchParams(body);
    const signature = headers.get('x-twilio-signature');
    if (!isTwilioSigned(`${env.publicUrl}${address}`, fields, signature, access.secret)) return 'unsigned';
    const report = readTwilioReport(asked.get('id'), fields);
    return report ? [report] : [];
  }
  const bearer = headers.get('authorization')?.replace(/^Bearer /i, '');
  if (!isSame(asked.get('key') ?? bearer ?? '', access.reportSecret)) return 'unsigned';
  // SMSAPI asks, or posts a form, as its account is set.
  return access.provider === 'smsapi'
    ? readSmsapiReports(body === '' ? asked : new URLSearchParams(body))
    : readHttpReports(body);
}

async function keep(provider: SmsAccess['provider'], report: SmsReport, at: Date): Promise<void> {
  const sms = await findReported(provider, report);
  if (!sms) return;
  const { said, cause, providerId } = report;
  const ownId = providerId === sms.id ? null : providerId;
  const settled = await settleSms(sms, { event: { type: 'reported', said }, cause, providerId: ownId, at });
  if (settled) announceSettled(settled);
}

/** In constant time, whatever their lengths. */
function isSame(given: string, expected: string): boolean {
  const [one, other] = [given, expected].map((text) => createHash('sha256').update(text).digest());
  return one !== undefined && other !== undefined && timingSafeEqual(one, other);
}
