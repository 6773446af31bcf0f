import { CalendarX } from 'lucide-react';
import { getLocale, getTranslations } from 'next-intl/server';
import { createShares } from '@/components/statistics/create-shares';
import { PeriodLinks } from '@/components/statistics/period-links';
import { StatisticsFilters } from '@/components/statistics/statistics-filters';
import { EmptyState } from '@/components/ui/empty-state';
import { createFormats } from '@/components/ui/formats';
import type { SignedInUser } from '@/lib/auth/signed-in-user';
import { now } from '@/lib/clock';
import { linesWithMissedCalls } from '@/lib/missed-calls/queries';
import { missedCallViewer } from '@/lib/missed-calls/visible';
import { organisation } from '@/lib/organisation/queries';
import { readPeriod } from '@/lib/period';
import { periodAsked, type StatisticsFilter } from '@/lib/statistics/filter';
import { wallClock } from '@/lib/wall-clock';
import { MissedCallCharts } from './missed-call-charts';

/** The head with what all charts share, and below it the charts, or why there can be none. */
export async function StatisticsView({ filter, user }: { filter: StatisticsFilter; user: SignedInUser }) {
  const at = now();
  const [house, viewer, locale, t, words] = await Promise.all([
    organisation(),
    missedCallViewer(user),
    getLocale(),
    getTranslations('statistics'),
    getTranslations('period'),
  ]);
  const lines = await linesWithMissedCalls(viewer);
  const period = readPeriod(periodAsked(filter), at, house.timeZone);
  const today = wallClock(at, house.timeZone).day;
  const isRead = period !== null && typeof period === 'object';
  const formats = createFormats(locale, house);
  const days = isRead ? createShares(locale, house.currency).days(period.first, period.last) : null;

  return (
    <>
      <div className="flex min-h-14 flex-wrap items-center gap-x-3 gap-y-2 py-2">
        <h1 className="font-semibold text-lg">{t('title')}</h1>
        {days && (
          <p className="text-muted">{isRead && period.last >= today ? t('daysUntil', { days, time: formats.time(at) }) : days}</p>
        )}
        <div className="ms-auto flex max-w-full flex-wrap items-center gap-2">
          <PeriodLinks filter={filter} shown={isRead ? period : { first: today, last: today }} />
          <StatisticsFilters filter={filter} lines={lines} />
        </div>
      </div>
      {isRead ? (
        <MissedCallCharts filter={filter} period={period} viewer={viewer} />
      ) : (
        <div role="alert" className="panel">
          <EmptyState
            icon={<CalendarX aria-hidden="true" />}
            title={words(`fault.${period ?? 'incomplete'}`)}
            hint={words('faultHint')}
          />
        </div>
      )}
    </>
  );
}
