'use client';

import { useTranslations } from 'next-intl';
import type { NumberFault } from '@/lib/dialer/types';

/** What is wrong with a number, as a sentence that says where to look. */
export function useFaultSentence(): (fault: NumberFault) => string {
  const t = useTranslations('dialer.faults');

  return (fault) => (fault.kind === 'missingDigits' ? t('missingDigits', { count: fault.count }) : t(fault.kind));
}
