'use client';

import { useTranslations } from 'next-intl';
import { ASSIGNED, type MissedCallFilter, VIEWS } from '@/lib/missed-calls/filter';
import { LAST_STATUSES } from '@/lib/missed-calls/types';
import { SearchField } from '../ui/search-field';
import { Select } from '../ui/select';
import { useFilterForm } from '../ui/use-filter-form';
import { MoreFilters } from './more-filters';
import { PeriodSelect } from './period-select';
import { RemovedBySelect } from './removed-by-select';

type Named = { id: string; name: string };
type MissedCallFiltersProps = {
  filter: MissedCallFilter;
  lines: Named[];
  /** Who has removed rows by hand. */
  people: Named[];
  tags: Named[];
  today: string;
};

/** The filters live in the URL: a link to a filtered list is a link to just that (S2.18, S2.28). */
export function MissedCallFilters({ filter, lines, people, tags, today }: MissedCallFiltersProps) {
  const t = useTranslations('missedCalls');
  const view = filter.view === 'visible' ? '' : filter.view;
  const { form, apply, applySoon } = useFilterForm('/calls/missed', { ...filter, view });

  /** What was removed is not among the visible ones: whoever asks for it means all. */
  function applyRemoval(of: HTMLFormElement | null, removed: string) {
    const shown = of?.elements.namedItem('view');
    if (shown instanceof HTMLSelectElement && shown.value === '' && removed !== '' && removed !== 'list') shown.value = 'all';
    apply();
  }

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
      <PeriodSelect asked={filter} today={today} onChange={apply} />
      <MoreFilters count={[filter.line, filter.status, filter.removed, filter.tag, filter.assigned].filter(Boolean).length}>
        <Select name="line" aria-label={t('line')} defaultValue={filter.line ?? ''} onChange={apply}>
          <option value="">{t('allLines')}</option>
          {lines.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
        <Select name="status" aria-label={t('lastStatus')} defaultValue={filter.status ?? ''} onChange={apply}>
          <option value="">{t('anyStatus')}</option>
          {LAST_STATUSES.map((status) => (
            <option key={status} value={status}>
              {t(`status.${status}`)}
            </option>
          ))}
        </Select>
        <RemovedBySelect value={filter.removed} people={people} onChange={applyRemoval} />
        {tags.length > 0 && (
          <Select name="tag" aria-label={t('tags')} defaultValue={filter.tag ?? ''} onChange={apply}>
            <option value="">{t('anyTag')}</option>
            {tags.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        )}
        <Select name="assigned" aria-label={t('whose')} defaultValue={filter.assigned ?? ''} onChange={apply}>
          <option value="">{t('assigned.anybody')}</option>
          {ASSIGNED.map((whom) => (
            <option key={whom} value={whom}>
              {t(`assigned.${whom}`)}
            </option>
          ))}
        </Select>
      </MoreFilters>
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
