import { plainText } from '../plain-text.ts';
import type { SmsCause } from './causes.ts';
import type { SmsOutcome } from './types.ts';

/** A provider says the whole text again in its answer. */
export const ANSWER_BYTES = 16 * 1024;

type Posted = { status: number; answer: string } | { error: SmsCause; isSent: boolean };

/** Where no answer came: what had not gone out whole was not taken. */
export function withoutAnswer({ error, isSent }: Extract<Posted, { error: SmsCause }>): SmsOutcome {
  return isSent ? { kind: 'uncertain', cause: 'uncertain' } : { kind: 'notTaken', cause: error };
}

/**
 * What a status means that comes without a reason that can be read. A gateway that lost the answer of what stands behind it (502, 504) says
 * nothing of the message; whoever is too busy, or broken, has not taken it.
 */
export function outcomeOfStatus(status: number): SmsOutcome {
  if (status === 401 || status === 403) return { kind: 'refused', cause: 'credentialsRefused' };
  if (status === 402) return { kind: 'refused', cause: 'noCredit' };
  if (status === 429) return { kind: 'notTaken', cause: 'throttled' };
  if (status === 408 || status === 500 || status === 503) return { kind: 'notTaken', cause: 'unavailable' };
  if (status >= 300 && status < 500) return { kind: 'refused', cause: 'rejected' };
  return { kind: 'uncertain', cause: 'uncertain' };
}

export function formHeaders(body: string, authorization: string): Record<string, string> {
  return {
    authorization,
    accept: 'application/json',
    'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    'user-agent': 'Offhook',
  };
}

/** Undefined for what is no JSON, such as the page of a proxy. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What a provider calls a message, as the database can keep it. */
export function providerIdOf(id: unknown): string | null {
  const text = typeof id === 'string' || typeof id === 'number' ? plainText(String(id)).trim().slice(0, 200) : '';
  return text === '' ? null : text;
}
