import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ActionResult } from '../lib/action-result.ts';
import { REFUSAL_STATUS } from '../lib/refusal-status.ts';

/** Answers whoever the cookies say they are. */
export type Search = (cookies: string | undefined, asked: Record<string, string>) => Promise<ActionResult<unknown>>;

const SEARCH = /^\/api\/search(?:\?|$)/;
const NOWHERE = 'http://offhook.invalid';

/**
 * The search's door, in front of Next as the webhook's is (docs/decisions): asked with each key that is typed, also while a caller waits,
 * it costs a third of what a route handler does. Answers false for what is not the search.
 */
export async function answerSearch(request: IncomingMessage, response: ServerResponse, search: Search): Promise<boolean> {
  if (!SEARCH.test(request.url ?? '')) return false;

  if (request.method !== 'GET') {
    response.writeHead(405, { allow: 'GET' }).end();
    return true;
  }

  const { searchParams } = new URL(request.url ?? '', NOWHERE);
  const answer = await search(request.headers.cookie, Object.fromEntries(searchParams));
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
