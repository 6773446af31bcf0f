'use client';

import { BookmarkPlus, SlidersHorizontal } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { SavedFilterRow } from '@/lib/saved-filters/queries';
import type { FilteredList } from '@/lib/saved-filters/types';
import { Button } from '../ui/button';
import { IconButton } from '../ui/icon-button';
import { latePart } from '../ui/late-part';
import { LinkButton } from '../ui/link-button';

// Saved once, pressed all day: what saves and renames them is not part of the first load.
const SavedFiltersDialog = latePart(() => import('./saved-filters-dialog').then((module) => module.SavedFiltersDialog));

type SavedFiltersProps = {
  list: FilteredList;
  saved: SavedFilterRow[];
  /** What is filtered now. */
  query: string;
  /** An empty list offers it itself. */
  canClear: boolean;
};

/** One's own filters, a press away. Each is a link: it can be opened beside, and shared. */
export function SavedFilters({ list, saved, query, canClear }: SavedFiltersProps) {
  const t = useTranslations('savedFilters');
  const [isOpen, setOpen] = useState(false);
  const isSaved = saved.some((filter) => filter.query === query);
  if (saved.length === 0 && query === '') return null;

  return (
    <nav aria-label={t('title')} className="flex flex-wrap items-center gap-1.5">
      {saved.map((filter) => (
        <LinkButton
          key={filter.id}
          href={`${list}?${filter.query}`}
          prefetch={false}
          size="sm"
          intent={filter.query === query ? 'secondary' : 'outline'}
          aria-current={filter.query === query ? 'page' : undefined}
          className="max-w-56"
        >
          <bdi className="truncate">{filter.name}</bdi>
        </LinkButton>
      ))}
      {query !== '' && !isSaved && (
        <Button
          size="sm"
          intent="ghost"
          icon={<BookmarkPlus aria-hidden="true" />}
          aria-haspopup="dialog"
          onClick={() => setOpen(true)}
        >
          {t('save')}
        </Button>
      )}
      {query !== '' && canClear && (
        <LinkButton href={list} size="sm" intent="ghost">
          {t('clear')}
        </LinkButton>
      )}
      {saved.length > 0 && (
        <IconButton
          name={t('edit')}
          icon={<SlidersHorizontal aria-hidden="true" />}
          size="sm"
          aria-haspopup="dialog"
          onClick={() => setOpen(true)}
        />
      )}
      {isOpen && <SavedFiltersDialog list={list} saved={saved} query={isSaved ? '' : query} onClose={() => setOpen(false)} />}
    </nav>
  );
}
