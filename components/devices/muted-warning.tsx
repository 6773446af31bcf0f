'use client';

import { MicOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useSpeakingWhileMuted } from './use-speaking-while-muted';

/** Shown while a call is muted: loud only once somebody speaks into it (S0.7a). */
export function MutedWarning() {
  const t = useTranslations('devices');
  const isSpeaking = useSpeakingWhileMuted(true);

  return (
    <div role="alert">
      {isSpeaking && (
        <p className="mt-2 flex items-start gap-2 rounded-md bg-missed-soft px-3 py-2 font-medium text-missed">
          <MicOff aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
          {t('mutedWarning')}
        </p>
      )}
    </div>
  );
}
