'use client';

import { useTranslations } from 'next-intl';
import type { HistoryEntry } from '@/lib/customers/history-queries';

const COLUMNS = ['name', 'company', 'class', 'birthday', 'note', 'source'] as const;
const PLACES = ['city', 'country'] as const;
/** What an entry of the audit names, in the order in which it is asked. */
const ACTS = [
  'numberAdded',
  'numberRemoved',
  'numberTaken',
  'numberGiven',
  'mainNumber',
  'contactAdded',
  'contactChanged',
  'contactRemoved',
  'addressAdded',
  'addressChanged',
  'addressRemoved',
] as const;

/** An entry of a customer's history as a sentence. */
export function useHistoryWords(): (entry: HistoryEntry) => string {
  const t = useTranslations('customerCard.acts');
  const card = useTranslations('customerCard');
  const details = useTranslations('customers.details');

  function fieldName(key: string): string {
    const column = COLUMNS.find((each) => each === key);
    if (column) return details(column);
    const place = PLACES.find((each) => each === key);
    return place ? card(`details.${place}`) : key;
  }

  return ({ action, details: facts }) => {
    switch (action) {
      case 'customer.created':
        return t('created');
      case 'customer.merged':
        return t('merged', { name: facts.name ?? '' });
      case 'customer.merge-undone':
        return t('mergeUndone', { name: facts.name ?? '' });
      case 'customer.changed': {
        const act = ACTS.find((each) => facts[each] !== undefined);
        if (act) return t(act, { what: facts[act] ?? '' });
        const fields = (facts.fields ?? '').split(', ').filter(Boolean).map(fieldName);
        return fields.length > 0 ? t('fields', { fields: fields.join(', ') }) : t('changed');
      }
    }
  };
}
