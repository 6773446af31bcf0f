'use client';

import { useTranslations } from 'next-intl';
import { onceDrawable } from '@/components/live/once-drawable';
import { ErrorState } from '@/components/ui/error-state';

/** Only the page failed: the phone and the navigation around it go on. */
export default function DeskError({ retry }: { error: Error; retry: () => void }) {
  const t = useTranslations('shell');

  return <ErrorState title={t('failedTitle')} hint={t('failedHint')} onRetry={() => onceDrawable(retry)} />;
}
