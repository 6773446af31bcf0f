'use client';

import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useId, useState } from 'react';
import type { FoundCustomer } from '@/lib/customers/types';
import { MAX_SEARCH_CHARACTERS } from '@/lib/search-limit';
import { CustomerOptions } from './customer-options';
import { useCustomerSearch } from './use-customer-search';

/** Type a name or a number, arrows, Enter: the delivery is theirs. */
export function CustomerSearch({ onChoose }: { onChoose: (found: FoundCustomer) => void }) {
  const t = useTranslations('client');
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const search = useCustomerSearch(typed, isOpen);
  const isShown = isOpen && typed.trim() !== '';
  const chosen = isShown ? search.found[active] : undefined;

  function type(next: string) {
    setTyped(next);
    setActive(0);
    setOpen(true);
  }

  function press(event: KeyboardEvent<HTMLInputElement>) {
    switch (event.key) {
      case 'ArrowDown':
        event.preventDefault();
        setActive(isOpen ? Math.min(search.found.length - 1, active + 1) : 0);
        return setOpen(true);
      case 'ArrowUp':
        event.preventDefault();
        return setActive(Math.max(0, active - 1));
      case 'Enter':
        if (event.ctrlKey || event.metaKey || !isShown) return;
        event.preventDefault();
        if (chosen) onChoose(chosen);
        return;
      case 'Escape':
        if (!isShown) return;
        event.preventDefault();
        setOpen(false);
        return setTyped('');
    }
  }

  return (
    <div className="relative">
      <Search aria-hidden="true" className="pointer-events-none absolute start-2.5 top-2 size-4 text-subtle" />
      <input
        type="text"
        role="combobox"
        className="input w-full ps-8!"
        aria-label={t('find')}
        aria-expanded={isShown}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={chosen ? `${listId}-${chosen.id}` : undefined}
        placeholder={t('findHint')}
        autoComplete="off"
        maxLength={MAX_SEARCH_CHARACTERS}
        value={typed}
        onChange={(event) => type(event.target.value)}
        onKeyDown={press}
        onBlur={() => setOpen(false)}
      />
      {isShown && <CustomerOptions listId={listId} search={search} active={active} onChoose={onChoose} />}
    </div>
  );
}
