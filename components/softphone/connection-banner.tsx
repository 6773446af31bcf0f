'use client';

import { WifiOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useDesk } from './desk-context';

const PATIENCE_MS = 1_500;

/** Says that the page is cut off, once it was connected and does not come back by itself in a moment. */
export function ConnectionBanner() {
  const t = useTranslations('shell');
  const { state } = useDesk();
  const isCutOff = state.phone !== null && state.link !== 'live';
  const [isShown, setIsShown] = useState(false);

  useEffect(() => {
    if (!isCutOff) return setIsShown(false);

    const timer = setTimeout(() => setIsShown(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [isCutOff]);

  return (
    <div role="status" aria-label={t('connection')}>
      {isShown && (
        <p className="flex items-center justify-center gap-2 bg-ringing-soft px-4 py-1.5 text-ringing">
          <WifiOff aria-hidden="true" className="size-4 shrink-0" />
          {t('connectionLost')}
        </p>
      )}
    </div>
  );
}
