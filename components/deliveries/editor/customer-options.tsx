'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import type { FoundCustomer } from '@/lib/customers/types';
import { formatAddress } from '@/lib/deliveries/address';
import { ClassIcon } from '../../ui/class-icon';
import { useFormats } from '../../ui/organisation';
import { PhoneNumberText } from '../../ui/phone-number-text';

type CustomerOptionsProps = {
  listId: string;
  search: { found: FoundCustomer[]; isAsking: boolean; hasFailed: boolean };
  active: number;
  onChoose: (found: FoundCustomer) => void;
};

export function CustomerOptions({ listId, search, active, onChoose }: CustomerOptionsProps) {
  const t = useTranslations('client');
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  return (
    <div className="absolute start-0 top-full z-20 mt-1 max-h-96 w-80 max-w-[calc(100vw-3.5rem)] overflow-y-auto rounded-lg bg-overlay p-1 shadow-overlay">
      <div ref={list} id={listId} role="listbox" aria-label={t('found')}>
        {search.found.map((found, position) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field handles the keys
          <div
            key={found.id}
            id={`${listId}-${found.id}`}
            role="option"
            aria-selected={position === active}
            className="cursor-pointer rounded px-2 py-1.5 aria-selected:bg-accent-soft"
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onChoose(found)}
          >
            <FoundFacts found={found} />
          </div>
        ))}
      </div>
      <p role="status" className="px-2 py-1 text-muted empty:hidden">
        {search.isAsking && t('searching')}
        {search.hasFailed && t('searchFailed')}
        {!search.isAsking && !search.hasFailed && search.found.length === 0 && t('nobodyFound')}
      </p>
    </div>
  );
}

/** Enough to tell two people of one name apart: company, number, address, last order. */
export function FoundFacts({ found }: { found: FoundCustomer }) {
  const t = useTranslations('client');
  const formats = useFormats();
  const address = found.address && formatAddress(found.address);

  return (
    <>
      <span className="flex min-w-0 items-center gap-1.5">
        <ClassIcon of={found.class} />
        <bdi className="truncate font-medium">{found.name}</bdi>
        {found.company && <bdi className="min-w-0 truncate text-muted">{found.company}</bdi>}
      </span>
      <span className="flex min-w-0 gap-2 text-muted text-xs">
        {found.display && <PhoneNumberText display={found.display} />}
        {address && <bdi className="truncate">{address}</bdi>}
      </span>
      <span className="block text-muted text-xs">
        {found.lastOrderAt ? t('lastOrder', { date: formats.date(found.lastOrderAt) }) : t('noOrders')}
      </span>
    </>
  );
}
