'use client';

import { useTranslations } from 'next-intl';
import { type MouseEvent, useEffect } from 'react';
import type { Group, Item } from './items';
import { SearchOption } from './search-option';

type SearchOptionsProps = {
  listId: string;
  groups: { name: Group['name'] | 'opened'; items: Item[] }[];
  activeKey: string | null;
  onChoose: (item: Item, event: MouseEvent) => void;
};

/** What was found, in named groups. The focus stays in the field, which handles the keys. */
export function SearchOptions({ listId, groups, activeKey, onChoose }: SearchOptionsProps) {
  const t = useTranslations('search');

  useEffect(() => {
    if (activeKey) document.getElementById(`${listId}-${activeKey}`)?.scrollIntoView({ block: 'nearest' });
  }, [listId, activeKey]);

  return (
    <div id={listId} role="listbox" aria-label={t('found')} className="min-h-0 overflow-y-auto overscroll-contain p-1">
      {groups.map(({ name, items }) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a listbox
        <div key={name} role="group" aria-labelledby={`${listId}-${name}`}>
          <p id={`${listId}-${name}`} role="presentation" className="px-2 pt-2 pb-1 font-medium text-muted text-xs">
            {t(`groups.${name}`)}
          </p>
          {items.map((item) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field handles the keys
            <div
              key={item.key}
              id={`${listId}-${item.key}`}
              role="option"
              aria-selected={item.key === activeKey}
              className="flex min-h-11 cursor-pointer items-center gap-2.5 rounded-md px-2 py-1 hover:bg-surface-secondary aria-selected:bg-accent-soft"
              onPointerDown={(event) => event.preventDefault()}
              onClick={(event) => onChoose(item, event)}
            >
              <SearchOption item={item} />
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
