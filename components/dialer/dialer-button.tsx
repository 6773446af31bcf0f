'use client';

import { Grip } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { closeDialer, openDialer, useDialerOpen } from '../softphone/dialer-store';
import { useHasDialer } from '../softphone/use-has-dialer';

/** Of the top bar. On a narrow screen its icon alone. */
export function DialerButton() {
  const t = useTranslations('dialer');
  const isOpen = useDialerOpen();
  const hasDialer = useHasDialer();

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
