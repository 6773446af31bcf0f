import { type ActionResult, refused } from '../action-result.ts';
import { log } from '../log.ts';
import { REFUSAL_STATUS } from '../refusal-status.ts';

/** An `ActionResult` as a route handler says it. Nobody keeps a copy: it is true for now only. */
export function respond(answer: ActionResult<unknown>, status = answer.ok ? 200 : REFUSAL_STATUS[answer.reason]): Response {
  return Response.json(answer, { status, headers: { 'cache-control': 'no-store' } });
}

/** Answers a question; a failure inside is a refusal that the page can tell. */
export async function answerRead(read: () => Promise<ActionResult<unknown>>): Promise<Response> {
  try {
    return respond(await read());
  } catch (error) {
    log.error({ err: error }, 'What a page asked for could not be read.');
    return respond(refused('unavailable'));
  }
}
