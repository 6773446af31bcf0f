import { chainsOfLine, type MissedCallViewer } from '../missed-calls/visible.ts';
import { addUp } from './add-up.ts';
import type { Span } from './month-cover.ts';
import { type Names, namesOfLines, namesOfUsers } from './names.ts';
import { tallyCallBacks, tallyEndings } from './queries.ts';
import type { Statistics } from './types.ts';

export type NamedStatistics = Statistics & { lines: Names; users: Names };

/** What became of those who were missed in a span, on one line or on all that this viewer may see. */
export async function readStatistics(span: Span, lineId: string | undefined, viewer: MissedCallViewer): Promise<NamedStatistics> {
  const { chainIds } = await chainsOfLine(viewer, lineId);
  const [endings, callBacks] = await Promise.all([tallyEndings(span, chainIds), tallyCallBacks(span, chainIds)]);
  const statistics = addUp(endings, callBacks);
  const [lines, users] = await Promise.all([
    namesOfLines(statistics.byLine.map(({ lineId: id }) => id)),
    namesOfUsers([...statistics.removedBy.byUser, ...statistics.byOperator].map(({ userId }) => userId)),
  ]);
  return { ...statistics, lines, users };
}
