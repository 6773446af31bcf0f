'use client';

import { RotateCcw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { tryAgain } from '@/lib/jobs/actions';
import { useDeskRouter } from '../../live/use-desk-router';
import { Button } from '../../ui/button';
import { showError, showMessage } from '../../ui/show-message';

type RetryProps = { kind: 'job' | 'sms' | 'mail'; id: string; what: string };

export function RetryButton({ kind, id, what }: RetryProps) {
  const t = useTranslations('jobs');
  const refusals = useTranslations('refusals');
  const router = useDeskRouter();
  const [isPending, setIsPending] = useState(false);

  async function retry() {
    setIsPending(true);
    const answer = await tryAgain({ kind, id }).catch(() => null);
    setIsPending(false);
    if (!answer?.ok) showError(refusals(answer?.reason ?? 'unavailable'));
    else showMessage(t('retried'));
    router.refresh();
  }

  return (
    <Button
      size="sm"
      isPending={isPending}
      icon={<RotateCcw aria-hidden="true" />}
      aria-label={t('retryOf', { what })}
      onClick={retry}
    >
      {t('retry')}
    </Button>
  );
}
