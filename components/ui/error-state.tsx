'use client';

import { CloudOff, RotateCcw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { Button } from './button';

type ErrorStateProps = { title: string; hint?: string; onRetry: () => void | Promise<void> };

/** What failed, what still works, and a way to try again, which shows that it is under way. */
export function ErrorState({ title, hint, onRetry }: ErrorStateProps) {
  const t = useTranslations('shell');
  const [isPending, startTransition] = useTransition();

  return (
    <div role="alert" className="flex flex-col items-center gap-1 px-4 py-12 text-center">
      <CloudOff aria-hidden="true" className="mb-2 size-5 text-missed" />
      <p className="font-medium">{title}</p>
      {hint && <p className="max-w-prose text-muted">{hint}</p>}
      <Button
        className="mt-3"
        icon={<RotateCcw aria-hidden="true" />}
        isPending={isPending}
        onClick={() => startTransition(async () => onRetry())}
      >
        {t('tryAgain')}
      </Button>
    </div>
  );
}
