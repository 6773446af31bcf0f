import { type ActionResult, doneWith, refused } from '../action-result.ts';
import { may } from '../auth/roles.ts';
import { sessionFromCookies } from '../auth/session-lookup.ts';
import { now } from '../clock.ts';
import { log } from '../log.ts';
import { organisation } from '../organisation/queries.ts';
import { readPeriod } from '../period.ts';
import { MissedCallFilter } from './filter.ts';
import { listMissedCalls, type MissedCallPage } from './queries.ts';
import { missedCallViewer } from './visible.ts';

/** A page of the list as data, for whoever these cookies are of: with the filters of its address, and seeing what they see on it. */
export async function answerMissedCalls(cookies: string | undefined, asked: unknown): Promise<ActionResult<MissedCallPage>> {
  try {
    const user = await sessionFromCookies(cookies);
    if (!user) return refused('signedOut');
    if (!may(user, 'missed-call:read')) return refused('notAllowed');

    const filter = MissedCallFilter.parse(asked);
    const [viewer, { timeZone }] = await Promise.all([missedCallViewer(user), organisation()]);
    const period = readPeriod(filter, now(), timeZone);
    return typeof period === 'string' ? refused('invalid') : doneWith(await listMissedCalls(filter, viewer, period));
  } catch (error) {
    log.error({ err: error }, 'The missed calls could not be given out.');
    return refused('unavailable');
  }
}
