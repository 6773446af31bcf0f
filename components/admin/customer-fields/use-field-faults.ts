'use client';

import { useTranslations } from 'next-intl';
import type { ActionResult } from '@/lib/action-result';

/** What was refused, as sentences by field; under '' what is about none of them. */
export function useFieldFaults() {
  const t = useTranslations('customerFields');
  const faults = useTranslations('customerFields.faults');
  const refusals = useTranslations('refusals');

  return (answer: ActionResult | null): Record<string, string> => {
    if (!answer) return { '': t('notSaved') };
    if (answer.ok) return {};
    const fields = Object.entries(answer.fields ?? {}).map(([path, key]) => [
      path.split('.')[0] ?? '',
      faults(faults.has(key) ? key : 'invalid'),
    ]);
    return fields.length > 0 ? Object.fromEntries(fields) : { '': refusals(answer.reason) };
  };
}
