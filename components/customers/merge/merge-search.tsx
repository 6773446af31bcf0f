'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { MAX_SEARCH_CHARACTERS } from '@/lib/search-limit';
import { FoundFacts } from '../../deliveries/editor/customer-options';
import { useCustomerSearch } from '../../deliveries/editor/use-customer-search';
import { TextField } from '../../ui/field';

/** With whom: a name, a company or a number of the other record. */
export function MergeSearch({ customerId, onChoose }: { customerId: string; onChoose: (otherId: string) => void }) {
  const t = useTranslations('merge');
  const [typed, setTyped] = useState('');
  const { found, isAsking, hasFailed } = useCustomerSearch(typed, true);
  const others = found.filter(({ id }) => id !== customerId);
  const isEmpty = typed.trim() !== '' && !isAsking && !hasFailed && others.length === 0;

  return (
    <div className="flex min-h-64 flex-col gap-3">
      <TextField
        label={t('search')}
        type="search"
        hint={t('searchHint')}
        autoFocus
        autoComplete="off"
        maxLength={MAX_SEARCH_CHARACTERS}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <ul aria-label={t('found')} className="flex flex-col gap-1 empty:hidden">
        {others.map((customer) => (
          <li key={customer.id}>
            <button
              type="button"
              onClick={() => onChoose(customer.id)}
              className="w-full cursor-(--cursor-interactive) rounded px-2 py-1.5 text-start hover:bg-accent-soft"
            >
              <FoundFacts found={customer} />
            </button>
          </li>
        ))}
      </ul>
      <p role="status" className="text-muted empty:hidden">
        {isAsking && t('searching')}
        {hasFailed && t('searchFailed')}
        {isEmpty && t('nobodyFound')}
      </p>
    </div>
  );
}
