import { type ClientRequest, type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { hostOf, urlProblem } from './outgoing-url.ts';
import { type Address, findAllowed, knownAddresses, type Outside, theOutside } from './outside.ts';

const ANSWER_BYTES = 2_048;

/** Why nothing answered, as a key. */
export const OUTGOING_ERRORS = ['addressRefused', 'hostUnknown', 'timedOut', 'untrusted', 'unreachable'] as const;
export type OutgoingError = (typeof OUTGOING_ERRORS)[number];

/** `answer` is the beginning of what was answered. `isSent`: all of it went out, only no answer came. */
export type Outcome = { status: number; answer: string } | { error: OutgoingError; isSent: boolean };

/** `answerBytes`: how much of the answer is read. */
type Message = { url: string; headers: Record<string, string>; body: string; answerBytes?: number };
/**
 * Posts to an address that a person typed, so to any address at all (R39). It is resolved once, all it resolves to is checked,
 * and the connection goes to what was checked: asking again, the name could lead elsewhere. A redirect is an answer like any
 * other, never followed.
 */
export async function postOutside(message: Message, outside: Outside = theOutside): Promise<Outcome> {
  if (urlProblem(message.url)) return { error: 'addressRefused', isSent: false };
  const url = new URL(message.url);
  const host = hostOf(url);
  const deadline = AbortSignal.timeout(outside.timeoutMs);
  const progress = { isSent: false };

  try {
    const addresses = await findAllowed(host, outside, deadline);
    if (!addresses) return { error: 'addressRefused', isSent: false };
    return await exchange(message, url, addresses, { deadline, progress });
  } catch (error) {
    return { error: deadline.aborted ? 'timedOut' : reasonOf(error), isSent: progress.isSent };
  }
}

type Underway = { deadline: AbortSignal; progress: { isSent: boolean } };

function exchange(
  { headers, body, answerBytes = ANSWER_BYTES }: Message,
  url: URL,
  addresses: Address[],
  { deadline: signal, progress }: Underway,
): Promise<Outcome> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    // A connection of its own: a pooled one could be to where this name led before.
    const options = { method: 'POST', headers, agent: false, signal, lookup: knownAddresses(addresses) };
    const sent: ClientRequest = request(url, options);
    sent.on('error', reject);
    sent.on('finish', () => {
      progress.isSent = true;
    });
    sent.on('response', (response) => {
      // From here on a broken connection only cuts the answer short.
      sent.off('error', reject).on('error', () => undefined);
      readAnswer(response, answerBytes).then(resolve, reject);
    });
    sent.end(body);
  });
}

/** The status counts even where the rest never comes: the message has arrived. */
async function readAnswer(response: IncomingMessage, maxBytes: number): Promise<Outcome> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of response) {
      chunks.push(chunk);
      length += chunk.length;
      if (length >= maxBytes) break;
    }
  } catch {
    // What came is kept.
  }
  response.destroy();
  return { status: response.statusCode ?? 0, answer: new TextDecoder().decode(Buffer.concat(chunks).subarray(0, maxBytes)) };
}

function reasonOf(error: unknown): OutgoingError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN' || code === 'ENODATA') return 'hostUnknown';
  if (code.startsWith('ERR_TLS') || code.includes('CERT') || code.includes('SIGNATURE')) return 'untrusted';
  return 'unreachable';
}
