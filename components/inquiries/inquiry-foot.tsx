'use client';

import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '../ui/button';
import { CheckField } from '../ui/check-field';
import type { RegisterProblem } from './use-register';

type InquiryFootProps = {
  isOpened: boolean;
  onOpened: (isOpened: boolean) => void;
  isPending: boolean;
  problem: { kind: RegisterProblem; sentence: string } | null;
  onMakeNew: () => void;
  onClose: () => void;
  onRegister: () => void;
};

/** The command, and whether the interest opens after it: as it was left the last time (S3.10). Why it was refused stands above it. */
export function InquiryFoot({ isOpened, onOpened, isPending, problem, onMakeNew, onClose, onRegister }: InquiryFootProps) {
  const t = useTranslations('inquiry');

  return (
    <div className="flex w-full flex-col gap-2 py-3">
      {problem && (
        <div role="alert" className="field-error flex flex-wrap items-center gap-x-3 gap-y-2">
          <span className="flex min-w-0 items-center gap-1.5">
            <CircleAlert aria-hidden="true" className="size-4 shrink-0" />
            {problem.sentence}
          </span>
          {problem.kind === 'interestClosed' && (
            <Button size="sm" onClick={onMakeNew}>
              {t('makeNew')}
            </Button>
          )}
        </div>
      )}
      <div className="flex flex-wrap items-center justify-end gap-x-3 gap-y-2">
        <span className="me-auto flex flex-wrap items-center gap-x-4">
          <CheckField label={t('openInterest')} checked={isOpened} onChange={(event) => onOpened(event.target.checked)} />
          <span className="text-muted text-xs max-sm:hidden">{t('remembered')}</span>
        </span>
        <Button className="max-sm:hidden" onClick={onClose}>
          {t('notNow')}
        </Button>
        <Button intent="primary" keyHint={t('key')} isPending={isPending} onClick={onRegister}>
          {t('register')}
        </Button>
      </div>
    </div>
  );
}
