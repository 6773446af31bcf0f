'use client';

import { useTranslations } from 'next-intl';
import { onceDrawable } from '@/components/live/once-drawable';
import { ErrorState } from '@/components/ui/error-state';

export default function PageError({ retry }: { error: Error; retry: () => void }) {
  const t = useTranslations('errors');

  return (
    <main className="grid min-h-dvh place-items-center">
      <ErrorState title={t('failedTitle')} hint={t('failedHint')} onRetry={() => onceDrawable(retry)} />
    </main>
  );
}
