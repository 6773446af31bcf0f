'use client';

import { Search } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useRef, useTransition } from 'react';
import { type CatalogueFilter, SHOWN } from '@/lib/catalogue/filter';
import type { CatalogueCategory, CataloguePoint } from '@/lib/catalogue/queries';
import { Select } from '../../ui/select';

const SEARCH_AFTER_MS = 300;

type CatalogueFiltersProps = {
  filter: CatalogueFilter;
  categories: CatalogueCategory[];
  /** To choose from, where there are too many for a column each. */
  choosablePoints: CataloguePoint[];
};

/** The filters live in the URL. Works as a plain form before the page is up. */
export function CatalogueFilters({ filter, categories, choosablePoints }: CatalogueFiltersProps) {
  const t = useTranslations('catalogue');
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const form = useRef<HTMLFormElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => () => clearTimeout(timer.current), []);

  function apply() {
    clearTimeout(timer.current);
    if (!form.current) return;
    const set = [...new FormData(form.current)].filter(([, value]) => typeof value === 'string' && value !== '');
    const query = new URLSearchParams(set.map(([name, value]): [string, string] => [name, String(value)]));
    startTransition(() => router.replace(query.size > 0 ? `/admin/catalogue?${query}` : '/admin/catalogue', { scroll: false }));
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    apply();
  }

  return (
    <form
      ref={form}
      action="/admin/catalogue"
      aria-label={t('filters')}
      aria-busy={isPending}
      onSubmit={submit}
      className="filters grid grid-cols-2 items-center gap-2 max-sm:w-full sm:flex sm:flex-wrap"
    >
      <span className="relative max-sm:col-span-2 sm:min-w-56">
        <Search aria-hidden="true" className="pointer-events-none absolute start-2.5 top-2 size-4 text-subtle" />
        <input
          type="search"
          name="text"
          className="input w-full ps-8!"
          aria-label={t('search')}
          placeholder={t('searchHint')}
          defaultValue={filter.text ?? ''}
          maxLength={100}
          autoComplete="off"
          onChange={() => {
            clearTimeout(timer.current);
            timer.current = setTimeout(apply, SEARCH_AFTER_MS);
          }}
        />
      </span>
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
