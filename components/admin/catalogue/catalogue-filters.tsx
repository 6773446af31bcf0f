'use client';

import { useTranslations } from 'next-intl';
import { type CatalogueFilter, SHOWN } from '@/lib/catalogue/filter';
import type { CatalogueCategory, CataloguePoint } from '@/lib/catalogue/queries';
import { SearchField } from '../../ui/search-field';
import { Select } from '../../ui/select';
import { useFilterForm } from '../../ui/use-filter-form';

type CatalogueFiltersProps = {
  filter: CatalogueFilter;
  categories: CatalogueCategory[];
  /** To choose from, where there are too many for a column each. */
  choosablePoints: CataloguePoint[];
};

/** The filters live in the URL. Works as a plain form before the page is up. */
export function CatalogueFilters({ filter, categories, choosablePoints }: CatalogueFiltersProps) {
  const t = useTranslations('catalogue');
  const { form, apply, applySoon } = useFilterForm('/admin/catalogue', filter);

  return (
    <form
      {...form}
      aria-label={t('filters')}
      className="filters grid grid-cols-2 items-center gap-2 max-sm:w-full sm:flex sm:flex-wrap"
    >
      <SearchField
        label={t('search')}
        hint={t('searchHint')}
        text={filter.text}
        onType={applySoon}
        className="max-sm:col-span-2 sm:min-w-56"
      />
      <Select name="category" aria-label={t('category')} defaultValue={filter.category ?? ''} onChange={apply}>
        <option value="">{t('allCategories')}</option>
        {categories.map((category) => (
          <option key={category.id} value={category.id}>
            {category.name}
          </option>
        ))}
      </Select>
      <Select name="show" aria-label={t('show')} defaultValue={filter.show ?? ''} onChange={apply}>
        <option value="">{t('onMenu')}</option>
        {SHOWN.map((each) => (
          <option key={each} value={each}>
            {t(`shown.${each}`)}
          </option>
        ))}
      </Select>
      {choosablePoints.length > 0 && (
        <Select
          name="point"
          className="sm:max-w-52"
          aria-label={t('pricesAt')}
          defaultValue={filter.point ?? ''}
          onChange={apply}
        >
          {choosablePoints.map((point, position) => (
            <option key={point.id} value={position === 0 ? '' : point.id}>
              {t('pricesAtPoint', { point: point.name })}
            </option>
          ))}
        </Select>
      )}
    </form>
  );
}
