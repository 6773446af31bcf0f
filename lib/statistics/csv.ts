import { csvLine } from '../csv/cells.ts';
import type { NamedStatistics } from './read-statistics.ts';
import { removalSlices, statusSlices } from './slices.ts';
import type { Count, Promptness } from './types.ts';

export const FIGURES = ['last-status', 'removed-by', 'lines', 'operators'] as const;
export type Figure = (typeof FIGURES)[number];

// English whatever the reader's language, as in every file of ours: other programs read them.
const STATUSES = {
  reached: 'Called back, reached',
  not_reached: 'Called back, not reached',
  sms_sent: 'SMS sent',
  none: 'No attempt',
};
const REMOVALS = {
  automaton: 'Automatically',
  called_back: 'Called back',
  got_through: 'Got through',
  sms: 'SMS sent',
  retention: 'Too long on the list',
  hand: 'By hand',
  former: 'A former user',
  list: 'Still on the list',
};
const COUNTED = ['Missed calls', 'Permanently deleted'];
const PROMPT = ['Called back', 'Within 15 minutes', 'Median minutes', 'P90 minutes'];

/** A figure's table as a file: the same numbers, without a share that would be rounded. */
export function figureCsv(figure: Figure, statistics: NamedStatistics): string[] {
  return rowsOf(figure, statistics).map((cells) => csvLine(cells.map(String)));
}

function rowsOf(figure: Figure, statistics: NamedStatistics): (string | number)[][] {
  const { lines, users, total } = statistics;
  switch (figure) {
    case 'last-status':
      return [
        ['Last status', ...COUNTED],
        ...statusSlices(statistics).map((slice) => [STATUSES[slice.status], ...counted(slice)]),
        ['Total', ...counted(total)],
      ];
    case 'removed-by':
      return [
        ['Removed by', 'Which', ...COUNTED],
        ...removalSlices(statistics).map((slice) => {
          const name = slice.word ? REMOVALS[slice.word] : slice.name;
          return [...(slice.isPart ? ['', name] : [name, '']), ...counted(slice)];
        }),
        ['Total', '', ...counted(total)],
      ];
    case 'lines':
      return [
        ['Line', 'Missed calls', ...PROMPT],
        ...statistics.byLine.map((line) => [nameOf(line.lineId, lines, 'No known line'), line.rows, ...prompt(line)]),
      ];
    case 'operators':
      return [
        ['Operator', ...PROMPT],
        ...statistics.byOperator.map((one) => [nameOf(one.userId, users, REMOVALS.former), ...prompt(one)]),
      ];
  }
}

function counted({ rows, deleted }: Count): number[] {
  return [rows, deleted];
}

function prompt({ calledBack, soon, median, p90 }: Promptness): (string | number)[] {
  return [calledBack, soon, median ?? '', p90 ?? ''];
}

function nameOf(id: string | null, names: ReadonlyMap<string, string>, otherwise: string): string {
  return (id && names.get(id)) || otherwise;
}
