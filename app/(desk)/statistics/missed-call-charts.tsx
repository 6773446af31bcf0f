import { PhoneMissed } from 'lucide-react';
import { getLocale, getTranslations } from 'next-intl/server';
import { createShares } from '@/components/statistics/create-shares';
import { FigureTiles } from '@/components/statistics/figure-tiles';
import { PromptnessTable } from '@/components/statistics/promptness-table';
import { ShareFigure } from '@/components/statistics/share-figure';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import type { MissedCallViewer } from '@/lib/missed-calls/visible';
import { organisation } from '@/lib/organisation/queries';
import type { Period } from '@/lib/period';
import { type StatisticsFilter, statisticsQuery } from '@/lib/statistics/filter';
import { readStatistics } from '@/lib/statistics/read-statistics';
import { createPresenter } from './present';

type MissedCallChartsProps = { filter: StatisticsFilter; period: Period; viewer: MissedCallViewer };

/** What became of those who were missed: two charts over the same rows (S2.24–S2.27a), and how soon they were called back. */
export async function MissedCallCharts({ filter, period, viewer }: MissedCallChartsProps) {
  const [{ currency }, locale, t, times] = await Promise.all([
    organisation(),
    getLocale(),
    getTranslations('statistics'),
    getTranslations('statistics.time'),
  ]);
  const statistics = await readStatistics(period, filter.line, viewer);
  if (statistics.total.rows === 0) {
    const query = statisticsQuery({ ...filter, line: undefined });
    return (
      <div className="panel">
        <EmptyState
          icon={<PhoneMissed aria-hidden="true" />}
          title={t('empty')}
          hint={t('emptyHint')}
          action={filter.line && <LinkButton href={`/statistics?${query}`}>{t('allLines')}</LinkButton>}
        />
      </div>
    );
  }

  const shares = createShares(locale, currency);
  const present = createPresenter({ statistics, filter, shares, t, times });
  const csvHref = (figure: string) => `/api/statistics/${figure}?${statisticsQuery(filter)}`;
  const total = shares.number(statistics.total.rows);

  return (
    <>
      <FigureTiles tiles={present.tiles()} />
      <div className="grid gap-3 xl:grid-cols-2">
        <ShareFigure title={t('lastStatus')} shares={present.statuses()} total={total} csvHref={csvHref('last-status')} />
        <ShareFigure title={t('removedBy')} shares={present.removals()} total={total} csvHref={csvHref('removed-by')} />
      </div>
      <p className="text-muted text-xs">{t('sums', { count: statistics.total.rows, deleted: statistics.total.deleted })}</p>
      <div className="grid gap-3 2xl:grid-cols-2">
        <PromptnessTable
          title={t('byLine')}
          first={t('line')}
          rows={present.lines()}
          csvHref={csvHref('lines')}
          empty={t('empty')}
        />
        <PromptnessTable
          title={t('byOperator')}
          first={t('operator')}
          rows={present.operators()}
          csvHref={csvHref('operators')}
          empty={t('nobodyCalledBack')}
        />
      </div>
    </>
  );
}
