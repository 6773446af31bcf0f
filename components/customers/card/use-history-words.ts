'use client';

import { useTranslations } from 'next-intl';
import type { HistoryEntry } from '@/lib/customers/history-queries';

const COLUMNS = ['name', 'company', 'class', 'birthday', 'note', 'source'] as const;
const PLACES = ['city', 'country', 'managerId'] as const;
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
  'interestsJoined',
] as const;

/** Acts that name nothing: a note's text and a file's name are for who may see them. */
const PLAIN = {
  'customer.created': 'created',
  'note.changed': 'noteChanged',
  'note.deleted': 'noteDeleted',
  'note.restored': 'noteRestored',
  'file.added': 'fileAdded',
  'file.deleted': 'fileDeleted',
  'file.restored': 'fileRestored',
  'photo.changed': 'photoChanged',
  'photo.removed': 'photoRemoved',
  'photo.restored': 'photoRestored',
} as const;

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
      default:
        return t(PLAIN[action]);
    }
  };
}
