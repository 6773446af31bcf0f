import { refused } from '../action-result.ts';
import { may } from '../auth/roles.ts';
import type { SignedInUser } from '../auth/signed-in-user.ts';
import { serveCsv } from '../csv/serve-csv.ts';
import { respond } from '../doors/answer.ts';
import { log } from '../log.ts';
import { missedCallViewer } from '../missed-calls/visible.ts';
import { readPeriod } from '../period.ts';
import { FIGURES, figureCsv } from './csv.ts';
import { periodAsked, StatisticsFilter } from './filter.ts';
import { readStatistics } from './read-statistics.ts';

type Asked = { url: string; figure: string; currentUser: () => Promise<SignedInUser | null>; now: Date; timeZone: string };

/** A figure's table as a CSV file, of the same period and line as the page it is asked from. */
export async function serveFigure({ url, figure: asked, currentUser, now, timeZone }: Asked): Promise<Response> {
  try {
    const user = await currentUser();
    if (!user) return respond(refused('signedOut'));
    const figure = FIGURES.find((each) => each === asked);
    if (!figure || !may(user, 'statistics:read')) return respond(refused('notFound'));

    const filter = StatisticsFilter.parse(Object.fromEntries(new URL(url).searchParams));
    const period = readPeriod(periodAsked(filter), now, timeZone);
    if (!period || typeof period !== 'object') return respond(refused('invalid'));

    const statistics = await readStatistics(period, filter.line, await missedCallViewer(user));
    const name = `missed-calls-${figure}-${period.first}-${period.last}.csv`;
    return serveCsv(piecesOf(figureCsv(figure, statistics)), name);
  } catch (error) {
    log.error({ err: error }, 'A figure of the statistics could not be given out.');
    return respond(refused('unavailable'));
  }
}

async function* piecesOf(lines: string[]): AsyncGenerator<string> {
  yield lines.join('');
}
