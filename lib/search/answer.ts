import { type ActionResult, refused } from '../action-result.ts';
import { sessionFromCookies } from '../auth/session-lookup.ts';
import { now } from '../clock.ts';
import { log } from '../log.ts';
import { findAll } from './find.ts';
import type { Found } from './types.ts';

/** What the door of the search says to whoever these cookies are of. */
export async function answerSearch(cookies: string | undefined, asked: unknown): Promise<ActionResult<Found>> {
  try {
    return await findAll(await sessionFromCookies(cookies), asked, now());
  } catch (error) {
    log.error({ err: error }, 'A search could not be answered.');
    return refused('unavailable');
  }
}
