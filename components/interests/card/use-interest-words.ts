'use client';

import { useTranslations } from 'next-intl';
import type { DetailField } from '@/lib/interests/details';
import type { InterestDetails } from '@/lib/interests/details-schema';
import type { InterestChoices } from './interest-choices';

/** The fields of an interest in words. */
export function useInterestWords({ serviceTypes, managers, contacts }: Omit<InterestChoices, 'stages'>) {
  const t = useTranslations('interestCard');

  /** Null where it says nothing. */
  function sayValue(field: DetailField, details: InterestDetails): string | null {
    const value = details[field];
    switch (field) {
      case 'serviceTypeId':
        return nameIn(serviceTypes, value);
      case 'responsibleId':
        return nameIn(managers, value);
      case 'contactId':
        return nameIn(contacts, value);
      default:
        return value || null;
    }
  }

  function nameIn(choices: { id: string; name: string }[], id: string | null): string | null {
    return id && (choices.find((each) => each.id === id)?.name ?? t('choiceGone'));
  }

  return { sayName: (field: DetailField) => t(`fields.${field}`), sayValue };
}
