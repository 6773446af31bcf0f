'use client';

import { Grip } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { closeDialer, openDialer, useDialerOpen } from '../softphone/dialer-store';
import { useHasDialer } from '../softphone/use-has-dialer';
import { whenIdle } from '../ui/when-idle';

/** Of the top bar. On a narrow screen its icon alone. */
export function DialerButton() {
  const t = useTranslations('dialer');
  const isOpen = useDialerOpen();
  const hasDialer = useHasDialer();

  // What is pressed later is here by then; where it could not be fetched, it is asked for again.
  useEffect(() => whenIdle(() => void import('./dialer').catch(() => undefined)), []);

  if (!hasDialer) return null;
  return (
    <button
      type="button"
      aria-expanded={isOpen}
      onClick={() => (isOpen ? closeDialer() : openDialer())}
      className={`button button--ghost max-sm:size-11! ${isOpen ? 'bg-accent-soft text-accent-text' : ''}`}
    >
      <Grip aria-hidden="true" />
      <span className="max-sm:sr-only">{t('title')}</span>
    </button>
  );
}
