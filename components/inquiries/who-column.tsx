'use client';

import { Check, Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import type { DraftContent, InquiryCustomer } from '@/lib/inquiries/types';
import { MAX_SEARCH_CHARACTERS } from '@/lib/search-limit';
import { Button } from '../ui/button';
import type { Whose } from './choice';
import { CustomerFacts } from './customer-facts';
import type { InquirySearch } from './use-inquiry';

type WhoColumnProps = {
  search: InquirySearch;
  whose: Whose;
  /** A new interest is being written, and no other one chosen. */
  isNew: boolean;
  content: DraftContent;
  onChoose: (customerId: string | null) => void;
};

/** Who it is: the customers that the number means, or those found by another number or a name. */
export function WhoColumn({ search, whose, isNew, content, onChoose }: WhoColumnProps) {
  const t = useTranslations('inquiry');
  const field = useRef<HTMLInputElement>(null);
  const { customers } = search.found;
  const chosen = whose.kind === 'customer' ? whose.customer : null;
  const listed = chosen && !customers.some(({ id }) => id === chosen.id) ? [chosen, ...customers] : customers;

  function searchByName() {
    search.type('');
    field.current?.focus();
  }

  return (
    <section aria-label={t('who')} className="flex min-w-0 flex-col gap-3 p-4">
      <span className="relative block">
        <Search aria-hidden="true" className="pointer-events-none absolute start-2.5 top-2 size-4 text-subtle" />
        <input
          ref={field}
          type="search"
          className="input num w-full ps-8!"
          aria-label={t('phone')}
          placeholder={t('searchHint')}
          autoComplete="off"
          maxLength={MAX_SEARCH_CHARACTERS}
          value={search.text}
          onChange={(event) => search.type(event.target.value)}
          onKeyDown={(event) => {
            // Esc takes the search back first, then closes the dialog.
            if (event.key !== 'Escape' || search.isOfCall) return;
            event.preventDefault();
            event.stopPropagation();
            search.type(search.inquiry?.number?.display ?? '');
          }}
        />
      </span>
      <p role="status" className="text-muted text-xs">
        {sentence()}
      </p>
      {listed.length > 0 && (
        <ul aria-label={t('customers')} className="flex flex-col gap-1">
          {listed.map((customer, index) => (
            <li key={customer.id}>
              <CustomerChoice
                customer={customer}
                isChosen={chosen?.id === customer.id}
                isNext={whose.kind === 'unsaid' && index === 0}
                onChoose={() => onChoose(customer.id)}
              />
            </li>
          ))}
          <li>
            <button
              type="button"
              aria-pressed={whose.kind === 'potential'}
              onClick={() => onChoose(null)}
              className={choiceClass(whose.kind === 'potential')}
            >
              <span className="min-w-0 flex-1">{t('somebodyElse')}</span>
              {whose.kind === 'potential' && <Check aria-hidden="true" className="size-4 shrink-0 text-accent-text" />}
            </button>
          </li>
        </ul>
      )}
      {listed.length === 0 && search.isOfCall && (
        <>
          {isNew && <p className="text-muted">{t('nobodyHint')}</p>}
          <Button icon={<Search aria-hidden="true" />} onClick={searchByName}>
            {t('searchByName')}
          </Button>
        </>
      )}
      {chosen && <CustomerFacts customer={chosen} />}
      {whose.kind === 'potential' && content.class && content.class !== 'regular' && (
        <p className="text-muted">{t(`writtenDown.${content.class}`)}</p>
      )}
    </section>
  );

  function sentence(): string {
    if (search.isAsking) return t('searching');
    if (search.hasFailed) return t('searchFailed');
    if (!search.isOfCall) return search.text.trim() === '' ? t('searchHint') : t('found', { count: customers.length });
    if (!search.inquiry?.number) return t('noNumber');
    return t('withNumber', { count: customers.length });
  }
}

type CustomerChoiceProps = { customer: InquiryCustomer; isChosen: boolean; isNext: boolean; onChoose: () => void };

function CustomerChoice({ customer, isChosen, isNext, onChoose }: CustomerChoiceProps) {
  const t = useTranslations('inquiry');
  const { name, company, contact, display } = customer;
  const second = contact ? t('contact', { name: contact.name }) : (company ?? display);

  return (
    <button
      type="button"
      aria-pressed={isChosen}
      data-choose-customer={isNext ? '' : undefined}
      onClick={onChoose}
      className={choiceClass(isChosen)}
    >
      <span className="flex min-w-0 flex-1 flex-col">
        <bdi className="wrap-anywhere line-clamp-2 font-semibold">{name}</bdi>
        {second && <bdi className="wrap-anywhere line-clamp-2 text-muted text-xs">{second}</bdi>}
      </span>
      {isChosen && <Check aria-hidden="true" className="size-4 shrink-0 text-accent-text" />}
    </button>
  );
}

function choiceClass(isChosen: boolean): string {
  const look = isChosen ? 'bg-accent-soft' : 'hover:bg-surface-secondary';
  return `flex min-h-11 w-full cursor-(--cursor-interactive) items-center gap-2 rounded-md px-3 py-2 text-start ${look}`;
}
