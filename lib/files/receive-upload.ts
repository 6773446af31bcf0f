import { type ActionResult, refused } from '../action-result.ts';
import { respond } from '../doors/answer.ts';
import { isOurPage } from '../doors/receive-act.ts';
import { log } from '../log.ts';

/** No form of another site can send this type; a page that can is asked of us first, and refused. */
const BYTES = 'application/octet-stream';
const UNSUPPORTED_TYPE = 415;

type Dependencies<User> = {
  currentUser: () => Promise<User | null>;
  store: (user: User) => Promise<ActionResult<unknown>>;
};

/** What a door answers to a file that one of our pages sends, always an `ActionResult` (R37). */
export async function receiveUpload<User>(request: Request, { currentUser, store }: Dependencies<User>): Promise<Response> {
  if (!isOurPage(request.headers.get('origin'))) return respond(refused('notAllowed'));
  if (request.headers.get('content-type') !== BYTES) return respond(refused('invalid'), UNSUPPORTED_TYPE);

  try {
    const user = await currentUser();
    return respond(user ? await store(user) : refused('signedOut'));
  } catch (error) {
    // Somebody pressed Cancel, closed the page or lost the connection: nobody is there to hear the answer.
    if (request.signal.aborted) return respond(refused('fileCutShort'));
    log.error({ err: error }, 'A file could not be stored.');
    return respond(refused('unavailable'));
  }
}
