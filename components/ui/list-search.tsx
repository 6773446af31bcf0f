'use client';

import { SearchField } from './search-field';
import { useFilterForm } from './use-filter-form';

type ListSearchProps = { path: string; text: string | undefined; label: string; hint: string };

/** Of a list that has no other filter. */
export function ListSearch({ path, text, label, hint }: ListSearchProps) {
  const { form, applySoon } = useFilterForm(path, { text });

  return (
    <form {...form} aria-label={label} className="filters w-full sm:w-80">
      <SearchField label={label} hint={hint} text={text} onType={applySoon} />
    </form>
  );
}
