'use client';

import { useTranslations } from 'next-intl';
import { ErrorState } from '@/components/ui/error-state';

export default function PageError({ reset }: { error: Error; reset: () => void }) {
  const t = useTranslations('errors');

  return (
    <main className="grid min-h-dvh place-items-center">
      <ErrorState title={t('failedTitle')} hint={t('failedHint')} onRetry={reset} />
    </main>
  );
}
