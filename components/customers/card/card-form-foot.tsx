'use client';

import { useTranslations } from 'next-intl';
import { Button } from '../../ui/button';

type CardFormFootProps = { problem: string | null; isSaving: boolean; onClose: () => void };

/** What went wrong with the whole of a form, and its two buttons. */
export function CardFormFoot({ problem, isSaving, onClose }: CardFormFootProps) {
  const t = useTranslations('customers');

  return (
    <>
      {problem && (
        <p role="alert" className="field-error text-xs">
          {problem}
        </p>
      )}
      <div className="flex gap-2">
        <Button type="submit" size="sm" isPending={isSaving}>
          {t('save')}
        </Button>
        <Button size="sm" intent="ghost" onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </>
  );
}
