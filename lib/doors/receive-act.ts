import { type ActionResult, refused } from '../action-result.ts';
import { isAllowedOrigin } from '../auth/allowed-origin.ts';
import { env } from '../env.ts';
import { readAtMost } from '../intake/read-body.ts';
import { log } from '../log.ts';
import { respond } from './answer.ts';

const MAX_BODY_BYTES = 4 * 1024;
const JSON_TYPE = /^application\/json\s*(;|$)/i;

type Dependencies<User> = {
  currentUser: () => Promise<User | null>;
  act: (user: User | null, raw: unknown) => Promise<ActionResult<unknown>>;
};

/**
 * What a door answers to a press on one of our pages, always an `ActionResult`: at a phone, on the board of a point of sale.
 * Only a page of ours may ask with the visitor's cookie (R37).
 */
export async function receiveAct<User>(request: Request, { currentUser, act }: Dependencies<User>): Promise<Response> {
  if (!isOurPage(request.headers.get('origin'))) return respond(refused('notAllowed'));
  // What a form of another site can send never has this type; what can is asked of us first, and refused.
  if (!JSON_TYPE.test(request.headers.get('content-type') ?? '')) return respond(refused('invalid'), UNSUPPORTED_TYPE);

  try {
    const user = await currentUser();
    return respond(await act(user, await bodyOf(request)));
  } catch (error) {
    log.error({ err: error }, 'What was pressed could not be done.');
    return respond(refused('unavailable'));
  }
}

const UNSUPPORTED_TYPE = 415;

/** Whether one of our own pages asks: only such a one may act with the visitor's cookie (R37). */
export function isOurPage(origin: string | null): boolean {
  return isAllowedOrigin(origin ?? undefined, env.publicUrl, env.isDemo || !env.isProduction);
}

/** Undefined, which no act is, where it is no JSON or too long. */
async function bodyOf(request: Request): Promise<unknown> {
  const bytes = await readAtMost(request, MAX_BODY_BYTES);
  try {
    return bytes ? JSON.parse(new TextDecoder().decode(bytes)) : undefined;
  } catch {
    return undefined;
  }
}
