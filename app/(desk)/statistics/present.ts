import type { getTranslations } from 'next-intl/server';
import type { createShares } from '@/components/statistics/create-shares';
import type { FigureTile } from '@/components/statistics/figure-tiles';
import type { PromptnessRow } from '@/components/statistics/promptness-table';
import type { Share } from '@/components/statistics/share-figure';
import { filterQuery, MissedCallFilter } from '@/lib/missed-calls/filter';
import type { LastStatus } from '@/lib/missed-calls/types';
import { periodAsked, type StatisticsFilter } from '@/lib/statistics/filter';
import { partsOfMinutes } from '@/lib/statistics/parts-of-minutes';
import type { NamedStatistics } from '@/lib/statistics/read-statistics';
import { removalSlices, statusSlices } from '@/lib/statistics/slices';
import type { Count, Promptness } from '@/lib/statistics/types';

type Words<Namespace extends 'statistics' | 'statistics.time'> = Awaited<ReturnType<typeof getTranslations<Namespace>>>;
type Facts = {
  statistics: NamedStatistics;
  filter: StatisticsFilter;
  shares: ReturnType<typeof createShares>;
  t: Words<'statistics'>;
  times: Words<'statistics.time'>;
};

const STATUS_COLOURS: Record<LastStatus, string> = {
  reached: 'var(--chart-1)',
  not_reached: 'var(--chart-2)',
  sms_sent: 'var(--chart-3)',
  none: 'var(--chart-4)',
};
const REMOVAL_COLOURS: Partial<Record<string, string>> = {
  automaton: 'var(--chart-1)',
  hand: 'var(--chart-3)',
  list: 'var(--chart-4)',
};

/** Statistics in words, with where each of them leads. */
export function createPresenter({ statistics, filter, shares, t, times }: Facts) {
  const { total, removedBy, promptness } = statistics;
  const listOf = (narrowed: Partial<MissedCallFilter>) => {
    const asked = MissedCallFilter.parse({ view: 'all', line: filter.line, ...periodAsked(filter), ...narrowed });
    return `/calls/missed?${filterQuery(asked)}`;
  };
  const counted = ({ rows, deleted }: Count) => ({ rows, deleted, percent: shares.share(rows, total.rows) });

  function time(minutes: number | null): string {
    if (minutes === null) return '–';
    const { isLonger, ...parts } = partsOfMinutes(minutes);
    if (isLonger) return times('longer', parts);
    if (parts.days > 0) return times('days', parts);
    return parts.hours > 0 ? times('hours', parts) : times('minutes', parts);
  }

  /** `of`: out of how many the soon ones are a share. */
  function prompt({ calledBack, soon, median, p90 }: Promptness, of: number) {
    return { calledBack: shares.number(calledBack), soon: shares.share(soon, of), median: time(median), p90: time(p90) };
  }

  return {
    tiles: (): FigureTile[] => [
      {
        label: t('missedCalls'),
        value: shares.number(total.rows),
        hint: t('onTheList', { count: removedBy.list.rows }),
        isAlarming: removedBy.list.rows > 0,
      },
      {
        label: t('calledBack'),
        value: shares.share(promptness.calledBack, total.rows),
        hint: t('ofAll', { count: promptness.calledBack, all: total.rows }),
      },
      {
        label: t('within15'),
        value: shares.share(promptness.soon, total.rows),
        hint: t('ofAll', { count: promptness.soon, all: total.rows }),
      },
      { label: t('medianLong'), value: time(promptness.median), hint: t('medianHint') },
      { label: t('p90Long'), value: time(promptness.p90), hint: t('p90Hint') },
    ],

    statuses: (): Share[] =>
      statusSlices(statistics).map(({ status, ...count }) => ({
        key: status,
        label: t(`status.${status}`),
        href: listOf({ status }),
        colour: STATUS_COLOURS[status],
        ...counted(count),
      })),

    removals: (): Share[] =>
      removalSlices(statistics).map((slice) => ({
        key: slice.removed,
        label: slice.word ? t(`removal.${slice.word}`) : slice.name,
        href: listOf({ removed: slice.removed }),
        colour: slice.isPart ? null : (REMOVAL_COLOURS[slice.removed] ?? null),
        ...counted(slice),
      })),

    lines: (): PromptnessRow[] =>
      statistics.byLine.map(({ lineId, rows, ...theirs }) => ({
        key: lineId ?? '',
        name: (lineId && statistics.lines.get(lineId)) || t('noLine'),
        missed: shares.number(rows),
        ...prompt(theirs, rows),
      })),

    operators: (): PromptnessRow[] =>
      statistics.byOperator.map(({ userId, ...theirs }) => ({
        key: userId ?? '',
        name: (userId && statistics.users.get(userId)) || t('removal.former'),
        missed: null,
        ...prompt(theirs, theirs.calledBack),
      })),
  };
}
