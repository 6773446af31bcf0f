'use client';

import { CloudOff, RotateCcw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from './button';

/** What failed, what still works, and a way to try again. */
export function ErrorState({ title, hint, onRetry }: { title: string; hint?: string; onRetry: () => void }) {
  const t = useTranslations('shell');

  return (
    <div role="alert" className="flex flex-col items-center gap-1 px-4 py-12 text-center">
      <CloudOff aria-hidden="true" className="mb-2 size-5 text-missed" />
      <p className="font-medium">{title}</p>
      {hint && <p className="max-w-prose text-muted">{hint}</p>}
      <Button className="mt-3" icon={<RotateCcw aria-hidden="true" />} onClick={onRetry}>
        {t('tryAgain')}
      </Button>
    </div>
  );
}
