import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { OWN_PERIOD, PERIODS } from '@/lib/period';
import { periodAsked, type StatisticsFilter, statisticsQuery } from '@/lib/statistics/filter';

type PeriodLinksProps = { filter: StatisticsFilter; shown: { first: string; last: string } };

/** One press each; an own period begins as the one that is shown. */
export function PeriodLinks({ filter, shown }: PeriodLinksProps) {
  const t = useTranslations('period');
  const { period } = periodAsked(filter);

  return (
    <nav aria-label={t('label')} className="max-w-full overflow-x-auto rounded-lg bg-surface-tertiary p-0.5">
      <ul className="flex w-max">
        {PERIODS.map((each) => {
          const days = each === OWN_PERIOD ? { from: shown.first, to: shown.last } : { from: undefined, to: undefined };
          const isHere = each === period;
          return (
            <li key={each}>
              <Link
                href={`/statistics?${statisticsQuery({ ...days, period: each, line: filter.line })}`}
                prefetch={false}
                scroll={false}
                aria-current={isHere ? 'true' : undefined}
                className={`flex h-7 items-center whitespace-nowrap rounded-md px-3 ${
                  isHere ? 'bg-surface font-medium shadow-xs' : 'text-muted hover:text-foreground'
                }`}
              >
                {t(`short.${each}`)}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
