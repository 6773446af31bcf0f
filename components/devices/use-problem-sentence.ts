'use client';

import { useTranslations } from 'next-intl';
import type { AudioNotice } from '@/lib/softphone/audio-problems';

/** A sentence for each fault, which says what to do about it. */
export function useProblemSentence(): (notice: AudioNotice) => string {
  const t = useTranslations('devices.problem');

  return ({ fault, device }) => {
    if (fault === 'microphoneLost') return device ? t('microphoneLost', { device }) : t('microphoneLostUnnamed');
    return t(fault);
  };
}
