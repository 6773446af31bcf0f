'use client';

import { useTranslations } from 'next-intl';
import { OWN_PERIOD } from '@/lib/period';
import { periodAsked, type StatisticsFilter } from '@/lib/statistics/filter';
import { Select } from '../ui/select';
import { useFilterForm } from '../ui/use-filter-form';

type StatisticsFiltersProps = { filter: StatisticsFilter; lines: { id: string; name: string }[] };

/** What all charts are of lives in the URL. The period's name goes along unseen: it is chosen by a link. */
export function StatisticsFilters({ filter, lines }: StatisticsFiltersProps) {
  const t = useTranslations('statistics');
  const words = useTranslations('period');
  const asked = periodAsked(filter);
  const { form, apply, applySoon } = useFilterForm('/statistics', { ...asked, line: filter.line });
  const isOwn = asked.period === OWN_PERIOD;

  return (
    <form {...form} aria-label={t('filters')} className="filters flex flex-wrap items-center gap-2">
      <input type="hidden" name="period" defaultValue={asked.period} />
      {isOwn && (
        <>
          <input
            type="date"
            name="from"
            aria-label={words('from')}
            defaultValue={filter.from}
            className="input"
            onChange={applySoon}
          />
          <input type="date" name="to" aria-label={words('to')} defaultValue={filter.to} className="input" onChange={applySoon} />
        </>
      )}
      <Select name="line" aria-label={t('line')} defaultValue={filter.line ?? ''} onChange={apply}>
        <option value="">{t('allLines')}</option>
        {lines.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
    </form>
  );
}
