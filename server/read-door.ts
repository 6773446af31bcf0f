import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ActionResult } from '../lib/action-result.ts';
import { REFUSAL_STATUS } from '../lib/refusal-status.ts';

/** Answers whoever the cookies say they are. */
export type Read = (cookies: string | undefined, asked: Record<string, string>) => Promise<ActionResult<unknown>>;

/** What is asked here, by the path it is asked at. */
export type Reads = Readonly<Record<`/api/${string}`, Read>>;

const NOWHERE = 'http://offhook.invalid';

/**
 * The door of what is read again and again, in front of Next as the webhook's is (docs/decisions): the search is asked with each key that is
 * typed, also while a caller waits, and costs a third of what a route handler does. Answers false for what is not asked here.
 */
export async function answerRead(request: IncomingMessage, response: ServerResponse, reads: Reads): Promise<boolean> {
  const [path = ''] = (request.url ?? '').split('?', 1);
  const read = Object.entries(reads).find(([at]) => at === path)?.[1];
  if (!read) return false;

  if (request.method !== 'GET') {
    response.writeHead(405, { allow: 'GET' }).end();
    return true;
  }

  const { searchParams } = new URL(request.url ?? '', NOWHERE);
  const answer = await read(request.headers.cookie, Object.fromEntries(searchParams));
  send(response, answer.ok ? 200 : REFUSAL_STATUS[answer.reason], answer);
  return true;
}

function send(response: ServerResponse, status: number, answer: ActionResult<unknown>): void {
  const text = JSON.stringify(answer);
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(text);
}
