'use client';

import { useTranslations } from 'next-intl';
import { type MissedCallFilter, VIEWS } from '@/lib/missed-calls/filter';
import { SearchField } from '../ui/search-field';
import { Select } from '../ui/select';
import { useFilterForm } from '../ui/use-filter-form';

type MissedCallFiltersProps = { filter: MissedCallFilter; lines: { id: string; name: string }[] };

/** The filters live in the URL: a link to a filtered list is a link to just that (S2.18). */
export function MissedCallFilters({ filter, lines }: MissedCallFiltersProps) {
  const t = useTranslations('missedCalls');
  const view = filter.view === 'visible' ? '' : filter.view;
  const { form, apply, applySoon } = useFilterForm('/calls/missed', { ...filter, view });

  return (
    <form
      {...form}
      aria-label={t('filters')}
      className="filters grid grid-cols-2 items-center gap-2 max-sm:w-full sm:flex sm:flex-wrap"
    >
      <Select name="view" aria-label={t('view')} defaultValue={view} onChange={apply}>
        {VIEWS.map((each) => (
          <option key={each} value={each === 'visible' ? '' : each}>
            {t(`views.${each}`)}
          </option>
        ))}
      </Select>
      <Select name="line" aria-label={t('line')} defaultValue={filter.line ?? ''} onChange={apply}>
        <option value="">{t('allLines')}</option>
        {lines.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <SearchField
        label={t('search')}
        hint={t('searchHint')}
        text={filter.text}
        onType={applySoon}
        className="max-sm:col-span-2 sm:min-w-40 sm:flex-1"
      />
    </form>
  );
}
