'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { startTransition } from 'react';
import { ErrorState } from '@/components/ui/error-state';

/** Only the page failed: the phone and the navigation around it go on. */
export default function DeskError({ reset }: { error: Error; reset: () => void }) {
  const t = useTranslations('shell');
  const router = useRouter();

  function retry() {
    startTransition(() => {
      router.refresh();
      reset();
    });
  }

  return <ErrorState title={t('failedTitle')} hint={t('failedHint')} onRetry={retry} />;
}
