'use client';

import { useTranslations } from 'next-intl';
import type { CustomerFilter } from '@/lib/customers/schema';
import { CUSTOMER_CLASSES } from '@/lib/customers/types';
import { SearchField } from '../ui/search-field';
import { Select } from '../ui/select';
import { useFilterForm } from '../ui/use-filter-form';

/** The filters live in the URL: a link to a filtered list is a link to that list. */
export function CustomerFilters({ filter }: { filter: CustomerFilter }) {
  const t = useTranslations('customerList');
  const words = useTranslations('personClass');
  const search = useTranslations('customers');
  const { form, apply, applySoon } = useFilterForm('/customers', filter);

  return (
    <form {...form} aria-label={t('filters')} className="filters flex items-center gap-2 max-sm:w-full">
      <Select name="class" aria-label={t('class')} defaultValue={filter.class ?? ''} onChange={apply}>
        <option value="">{t('all')}</option>
        {CUSTOMER_CLASSES.map((each) => (
          <option key={each} value={each}>
            {words(each)}
          </option>
        ))}
      </Select>
      <SearchField
        label={search('search')}
        hint={search('searchHint')}
        text={filter.text}
        onType={applySoon}
        className="min-w-0 flex-1 sm:w-80"
      />
    </form>
  );
}
