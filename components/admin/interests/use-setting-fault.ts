'use client';

import { useTranslations } from 'next-intl';
import type { ActionResult } from '@/lib/action-result';

/** Why a change was refused, as one sentence; null where it was not. */
export function useSettingFault() {
  const t = useTranslations('interestSettings');
  const faults = useTranslations('interestSettings.faults');
  const refusals = useTranslations('refusals');

  return (answer: ActionResult | null): string | null => {
    if (!answer) return t('notSaved');
    if (answer.ok) return null;
    const fault = answer.fields?.name;
    if (fault) return faults(faults.has(fault) ? fault : 'invalid');
    return refusals(answer.reason);
  };
}
