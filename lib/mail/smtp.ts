import { createTransport } from 'nodemailer';
import { env } from '../env.ts';
import { log } from '../log.ts';
import type { MailCause } from './causes.ts';

const CONNECT_MS = 10_000;
const ANSWER_MS = 20_000;
/** However talkative the server: shorter than the lease of a mail (outbox.ts), so that no second process sends it meanwhile. */
const DEADLINE_MS = 90_000;

/** `id` is its Message-ID: the same in every attempt, so that a mail that comes twice can be known for one. */
export type OutgoingMail = { id: string; to: string; subject: string; text: string; html: string };
/** `isFinal`: the server said no, and would again. */
export type MailOutcome = { kind: 'sent' } | { kind: 'failed'; cause: MailCause; isFinal: boolean };

/** Whether e-mail can be sent at all (SMTP_URL). */
export function isMailSetUp(): boolean {
  return env.smtpUrl !== undefined;
}

/** Hands a mail to the server. One connection each: they are few, and none is left behind. */
export async function sendMail(
  mail: OutgoingMail,
  smtpUrl = env.smtpUrl,
  publicUrl = env.publicUrl,
  deadlineMs = DEADLINE_MS,
): Promise<MailOutcome> {
  if (!smtpUrl) return { kind: 'failed', cause: 'notSetUp', isFinal: true };
  const host = new URL(publicUrl).hostname.replace(/[[\]]/g, '');
  const { server, from } = readSmtpUrl(smtpUrl, host);
  const transport = createTransport({
    url: server,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: ANSWER_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  let deadline: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    deadline = setTimeout(() => reject(Object.assign(new Error('The server took too long'), { code: 'ETIMEDOUT' })), deadlineMs);
  });
  try {
    const { id, to, subject, text, html } = mail;
    const sending = transport.sendMail({
      from,
      to,
      subject,
      text,
      html,
      messageId: `<${id}@${host}>`,
      // Holiday notices would come back to the sender.
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    });
    await Promise.race([sending, tooLate]);
    return { kind: 'sent' };
  } catch (error) {
    const outcome = failureOf(error);
    log.warn({ mailId: mail.id, cause: outcome.cause, isFinal: outcome.isFinal }, 'An e-mail was not taken');
    return outcome;
  } finally {
    clearTimeout(deadline);
    transport.close();
  }
}

/** The sender stands in the address as `?from=`; without it, it is whoever signs in, or Offhook at its own host. */
export function readSmtpUrl(smtpUrl: string, host: string): { server: string; from: string } {
  const url = new URL(smtpUrl);
  const given = url.searchParams.get('from');
  url.searchParams.delete('from');
  const user = decodeURIComponent(url.username);
  return { server: url.href, from: given || (user.includes('@') ? user : `Offhook <offhook@${host}>`) };
}

type SmtpError = { code: string; responseCode: number };

/** The server's own words are not kept: they quote addresses. */
function failureOf(error: unknown): Extract<MailOutcome, { kind: 'failed' }> {
  const { code, responseCode } = detailsOf(error);
  if (code === 'EAUTH') return { kind: 'failed', cause: 'credentialsRefused', isFinal: responseCode >= 500 };
  if (responseCode >= 500) return { kind: 'failed', cause: 'rejected', isFinal: true };
  if (responseCode >= 400) return { kind: 'failed', cause: 'throttled', isFinal: false };
  if (code === 'ETLS') return { kind: 'failed', cause: 'untrusted', isFinal: false };
  if (code === 'EENVELOPE') return { kind: 'failed', cause: 'rejected', isFinal: true };
  return { kind: 'failed', cause: code === 'ETIMEDOUT' ? 'timedOut' : 'unreachable', isFinal: false };
}

function detailsOf(error: unknown): SmtpError {
  if (!(error instanceof Error)) return { code: '', responseCode: 0 };
  const code = 'code' in error ? String(error.code) : '';
  return { code, responseCode: 'responseCode' in error ? Number(error.responseCode) || 0 : 0 };
}
