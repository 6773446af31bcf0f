import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Post } from '../lib/intake/read-body.ts';
import type { Answer } from '../lib/intake/receive.ts';

export type Receive = (source: string, post: Post) => Promise<Answer>;

const EVENTS = /^\/api\/pbx\/([^/?]+)\/events(?:\?|$)/;

/**
 * The webhook's door, in front of Next: a call's way to the screen is the one thing here that milliseconds matter for, and a route
 * handler costs one of them (docs/decisions). Answers false for what is not the webhook.
 */
export async function answerPbx(request: IncomingMessage, response: ServerResponse, receive: Receive): Promise<boolean> {
  const source = EVENTS.exec(request.url ?? '')?.[1];
  if (!source) return false;

  if (request.method !== 'POST') {
    send(response, { status: 405, body: { error: 'Events are posted.' } }, { allow: 'POST' });
    return true;
  }

  const answer = await receive(decode(source), toPost(request));
  // A body that was not read to its end would be taken for the next request.
  send(response, answer, answer.status === 413 ? { connection: 'close' } : {});
  return true;
}

function toPost(request: IncomingMessage): Post {
  const get = (name: string) => {
    const value = request.headers[name];
    return typeof value === 'string' ? value : null;
  };
  // Left open at an early end, or the connection would be gone before the answer.
  return { headers: { get }, body: request.iterator({ destroyOnReturn: false }) };
}

/** A slug is plain text; what cannot be decoded is no source of ours. */
function decode(slug: string): string {
  try {
    return decodeURIComponent(slug);
  } catch {
    return '';
  }
}

function send(response: ServerResponse, { status, body, retryAfterSeconds }: Answer, headers: Record<string, string>): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...(retryAfterSeconds && { 'retry-after': String(retryAfterSeconds) }),
    ...headers,
  });
  response.end(text);
}
